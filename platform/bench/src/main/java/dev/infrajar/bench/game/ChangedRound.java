// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import dev.infrajar.net.wire.Frames;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The first round of a stream in which a plugin changes packets: taken apart as it arrives. All later rounds must be equal to it,
 * as the same compressor makes the same of the same bytes.
 */
final class ChangedRound {
    private final PacketStream stream;
    private final ByteBuf arrived = Unpooled.directBuffer();
    private int packets;
    private int next;

    ChangedRound(PacketStream stream) {
        this.stream = stream;
    }

    /**
     * Takes what has come, also beyond the round.
     *
     * @return whether the round is complete
     * @throws IOException if an unchanged packet does not look as it was sent, or a changed one holds something else
     */
    boolean take(ByteBuffer chunk) throws IOException {
        arrived.writeBytes(chunk);
        int header = header();
        while (packets < PacketStream.PACKETS
                && header != Frames.INCOMPLETE
                && arrived.writerIndex() - next >= Frames.frameBytes(header)) {
            check(arrived.slice(next + Frames.headerBytes(header), Frames.bodyBytes(header)));
            next += Frames.frameBytes(header);
            packets++;
            header = header();
        }
        return packets == PacketStream.PACKETS;
    }

    /** For the rest of the stream: has taken already what came behind the round. */
    StreamCheck rest() throws IOException {
        RoundCheck check = new RoundCheck(arrived.nioBuffer(0, next));
        check.take(arrived.nioBuffer(next, arrived.writerIndex() - next));
        return check;
    }

    private int header() {
        return Frames.header(arrived, next, arrived.writerIndex());
    }

    private void check(ByteBuf body) throws IOException {
        byte[] expected = stream.packet(packets).clone();
        if (PacketStream.isChangeable(packets)) {
            // What the plugin Changing does.
            expected[expected.length - 1]++;
        }
        if (VarInts.read(body) != expected.length || !Arrays.equals(inflated(body, expected.length), expected)) {
            throw new IOException("packet " + packets + " of the stream is wrong");
        }
    }

    private static byte[] inflated(ByteBuf body, int bytes) throws IOException {
        try (Inflater inflater = new Inflater()) {
            byte[] out = new byte[bytes];
            inflater.setInput(body.nioBuffer());
            return inflater.inflate(out) == bytes ? out : new byte[0];
        } catch (DataFormatException e) {
            throw new IOException("a packet of the stream cannot be inflated", e);
        }
    }
}
