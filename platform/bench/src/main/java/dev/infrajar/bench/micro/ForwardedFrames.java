// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.micro;

import dev.infrajar.net.wire.Frames;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.Deflater;

/** Frames behind each other, of packets that compress to about a third, as chunks of worlds do; and their zlib streams alone. */
final class ForwardedFrames {
    /** An id that means nothing to the platform. */
    static final int ID = 85;

    private static final long SEED = 1;

    /** Of eight bytes: those that are random. */
    private static final int RANDOM_OF_EIGHT = 2;

    private static final int LARGEST_NUMBER = 1000;

    private static final String[] WORDS =
            "minecraft:,stone ,\"text\":\",\",\"color\":\",gold ,diamond ,player,{,},extra ,score ,team ,Welcome to the "
                    .split(",");

    private ForwardedFrames() {}

    /** So many frames of a connection that compresses packets from the threshold on. */
    static byte[] stream(int frames, int packetBytes, int threshold) {
        ByteBuf stream = Unpooled.buffer();
        for (int i = 0; i < frames; i++) {
            byte[] packet = packet(packetBytes, SEED + i);
            byte[] body = packetBytes < threshold ? packet : deflated(packet);
            int dataSize = packetBytes < threshold ? Frames.NOT_COMPRESSED : packetBytes;
            Frames.writeHeader(stream, VarInts.size(dataSize) + body.length);
            VarInts.write(stream, dataSize);
            stream.writeBytes(body);
        }
        byte[] bytes = new byte[stream.readableBytes()];
        stream.readBytes(bytes);
        return bytes;
    }

    /** The zlib stream of a packet like those. */
    static byte[] chunkStream(int packetBytes, long seed) {
        return deflated(packet(packetBytes, seed));
    }

    /** The zlib stream of a packet that is text: words with numbers between them. */
    static byte[] textStream(int packetBytes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder().append((char) ID);
        while (text.length() < packetBytes) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(LARGEST_NUMBER));
        }
        return deflated(Arrays.copyOf(text.toString().getBytes(StandardCharsets.US_ASCII), packetBytes));
    }

    private static byte[] packet(int bytes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] packet = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            packet[i] = (byte) (random.nextInt(8) < RANDOM_OF_EIGHT ? random.nextInt() : i >> 7);
        }
        packet[0] = ID;
        return packet;
    }

    private static byte[] deflated(byte[] packet) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(packet);
            deflater.finish();
            byte[] out = new byte[packet.length + 100];
            return Arrays.copyOf(out, deflater.deflate(out));
        }
    }
}
