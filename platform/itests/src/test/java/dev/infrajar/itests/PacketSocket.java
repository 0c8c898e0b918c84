// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A game's connection: frames, compression and encryption with nothing but the JDK, as strict as the game. One thread. */
final class PacketSocket implements AutoCloseable {
    private final Socket socket;
    private final Inflater inflater = new Inflater();
    private final Deflater deflater = new Deflater();
    private DataInputStream in;
    private OutputStream out;
    private int threshold = -1;

    /** A packet. */
    static final class Packet {
        private final int id;
        private final byte[] fields;

        Packet(int id, byte[] fields) {
            this.id = id;
            this.fields = fields;
        }

        int id() {
            return id;
        }

        /** What follows the id; the packet's own. */
        byte[] fields() {
            return fields;
        }
    }

    PacketSocket(Socket socket) throws IOException {
        this.socket = socket;
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = socket.getOutputStream();
    }

    /** Both ways, behind what has been read and written. */
    void compress(int changed) {
        threshold = changed;
    }

    /** Both ways, behind what has been read and written. */
    void encrypt(byte[] secret) throws GeneralSecurityException {
        in = new DataInputStream(new CipherInputStream(in, cipher(Cipher.DECRYPT_MODE, secret)));
        out = new CipherOutputStream(out, cipher(Cipher.ENCRYPT_MODE, secret));
    }

    private static Cipher cipher(int mode, byte[] secret) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CFB8/NoPadding");
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new IvParameterSpec(secret));
        return cipher;
    }

    Packet read() throws IOException {
        byte[] frame = new byte[MinecraftClient.readVarInt(in)];
        in.readFully(frame);
        int from = 0;
        byte[] packet = frame;
        if (threshold >= 0) {
            int size = varInt(frame, 0);
            from = varIntBytes(size);
            if (size > 0) {
                packet = inflated(frame, from, size);
                from = 0;
            }
        }
        int id = varInt(packet, from);
        int fields = from + varIntBytes(id);
        return new Packet(id, Arrays.copyOfRange(packet, fields, packet.length));
    }

    private byte[] inflated(byte[] frame, int from, int size) throws IOException {
        if (size < threshold) {
            throw new IOException("a packet of " + size + " bytes is compressed, below the threshold of " + threshold);
        }
        byte[] packet = new byte[size];
        inflater.reset();
        inflater.setInput(frame, from, frame.length - from);
        try {
            if (inflater.inflate(packet) != size || inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
                throw new IOException("a packet is not as long as it says");
            }
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
        return packet;
    }

    void write(int id, byte[] fields) throws IOException {
        writeAll(List.of(new Packet(id, fields)));
    }

    /** In one piece. */
    void writeAll(List<Packet> packets) throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (Packet packet : packets) {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            writeVarInt(plain, packet.id());
            plain.writeBytes(packet.fields());
            byte[] body = threshold < 0 ? plain.toByteArray() : compressed(plain.toByteArray());
            writeVarInt(frames, body.length);
            frames.writeBytes(body);
        }
        out.write(frames.toByteArray());
        out.flush();
    }

    private byte[] compressed(byte[] packet) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (packet.length < threshold) {
            writeVarInt(body, 0);
            body.writeBytes(packet);
            return body.toByteArray();
        }
        writeVarInt(body, packet.length);
        deflater.reset();
        deflater.setInput(packet);
        deflater.finish();
        byte[] piece = new byte[8192];
        while (!deflater.finished()) {
            body.write(piece, 0, deflater.deflate(piece));
        }
        return body.toByteArray();
    }

    static void writeVarInt(ByteArrayOutputStream out, int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    static void writeString(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeVarInt(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static int varInt(byte[] bytes, int from) throws IOException {
        return MinecraftClient.readVarInt(
                new DataInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from)));
    }

    private static int varIntBytes(int value) {
        return value == 0 ? 1 : (38 - Integer.numberOfLeadingZeros(value)) / 7;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        inflater.end();
        deflater.end();
    }
}
