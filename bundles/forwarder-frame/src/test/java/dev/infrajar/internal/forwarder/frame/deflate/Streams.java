// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame.deflate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;

/** Data of several kinds, and what the JDK's zlib makes of them. */
final class Streams {
    private static final int ROOM = 1024;

    private Streams() {}

    /** Noise, noise among zeros, text, one byte again and again, a few bytes in turn. */
    static List<byte[]> data(int bytes) {
        Random random = new Random(bytes);
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        byte[] sparse = new byte[bytes];
        byte[] turns = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            sparse[i] = random.nextInt(4) == 0 ? noise[i] : (byte) (i >> 7);
            turns[i] = (byte) (i % 3 + 200);
        }
        byte[] text = new byte[bytes];
        byte[] words = "{\"text\":\"Welcome\",\"color\":\"gold\"} ".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < bytes; i++) {
            text[i] = random.nextInt(9) == 0 ? (byte) ('a' + random.nextInt(26)) : words[i % words.length];
        }
        byte[] same = new byte[bytes];
        Arrays.fill(same, (byte) 7);
        return List.of(noise, sparse, text, same, turns);
    }

    static byte[] deflated(byte[] data, int level, int strategy) {
        try (Deflater deflater = new Deflater(level)) {
            deflater.setStrategy(strategy);
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            while (!deflater.finished()) {
                // The first call may only change the strategy.
                out.writeBytes(drain(deflater, Deflater.NO_FLUSH));
            }
            return out.toByteArray();
        }
    }

    /** In pieces of so many bytes, each flushed. */
    static byte[] flushed(byte[] data, int pieceBytes, int flush) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater()) {
            out.writeBytes(drain(deflater, flush));
            for (int start = 0; start < data.length; start += pieceBytes) {
                deflater.setInput(data, start, Math.min(pieceBytes, data.length - start));
                out.writeBytes(drain(deflater, flush));
            }
            deflater.finish();
            out.writeBytes(drain(deflater, Deflater.NO_FLUSH));
        }
        return out.toByteArray();
    }

    private static byte[] drain(Deflater deflater, int flush) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[ROOM];
        for (int n = part.length; n == part.length; ) {
            n = deflater.deflate(part, 0, part.length, flush);
            out.write(part, 0, n);
        }
        return out.toByteArray();
    }
}
