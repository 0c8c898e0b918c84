// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.node;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

/**
 * A plugin message that the servers of {@link NodeServers} send back. Its text form is that in which scripts tell of it.
 */
public final class Payload {
    private static final String ECHO = "test:echo";

    /** The packet's id and the length of the channel take a byte each. */
    private static final int OVERHEAD = 2;

    private final byte[] data;

    private Payload(byte[] data) {
        this.data = data;
    }

    /**
     * One that is sent back: half of it deflates well, half of it not at all.
     *
     * @param bytes the length of the whole packet, at least 11
     * @return always the same for the same length
     */
    public static Payload ofPacket(int bytes) {
        byte[] data = new byte[bytes - OVERHEAD - ECHO.length()];
        new Random(bytes).nextBytes(data);
        Arrays.fill(data, 0, data.length / 2, (byte) 'x');
        return new Payload(data);
    }

    /**
     * What a player {@linkplain Player#write writes}.
     *
     * @return the fields
     */
    public JsonObject packet() {
        JsonObject packet = new JsonObject();
        packet.addProperty("channel", ECHO);
        packet.addProperty("data", "base64:" + Base64.getEncoder().encodeToString(data));
        return packet;
    }

    @Override
    public String toString() {
        JsonObject told = new JsonObject();
        told.addProperty("channel", ECHO);
        told.addProperty("data", digest(data));
        return told.toString();
    }

    /**
     * How scripts tell of bytes.
     *
     * @param bytes any
     * @return their number and hash
     */
    public static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(bytes);
            return bytes.length + " bytes " + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /**
     * How scripts tell of bytes.
     *
     * @param text in UTF-8
     * @return their number and hash
     */
    public static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
