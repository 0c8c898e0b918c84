// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.pattern;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A ping of the server list: handshake and request, the answer, ping, pong.
 */
final class StatusScript implements Script {
    private static final int MAX_ANSWER_CHARS = 32_767;

    private final FrameReader frames = new FrameReader();
    private final Opening opening;
    private final long token;
    private boolean isAnswered;

    /**
     * Prepares one.
     *
     * @param token what the ping carries and the pong must
     */
    StatusScript(Opening opening, long token) {
        this.opening = opening;
        this.token = token;
    }

    @Override
    public @Nullable Outcome begin(Channel channel) {
        ByteBuf out = channel.alloc().buffer();
        Packets.writeHandshake(out, opening, Packets.NEXT_STATUS);
        Packets.writeStatusRequest(out);
        channel.writeAndFlush(out, channel.voidPromise());
        return null;
    }

    @Override
    public @Nullable Outcome read(Channel channel, ByteBuf bytes) {
        frames.add(bytes);
        for (ByteBuf frame = frames.next(); frame != null; frame = frames.next()) {
            if (isAnswered) {
                return isPong(frame) ? Outcome.ANSWERED : Outcome.BROKEN;
            }
            if (!isAnswer(frame)) {
                return Outcome.BROKEN;
            }
            isAnswered = true;
            sendPing(channel);
        }
        return null;
    }

    @Override
    public void end() {
        frames.release();
    }

    private void sendPing(Channel channel) {
        ByteBuf out = channel.alloc().buffer();
        Packets.writePing(out, token);
        channel.writeAndFlush(out, channel.voidPromise());
    }

    private static boolean isAnswer(ByteBuf frame) {
        return VarInts.read(frame) == Packets.FIRST_ID
                && WireStrings.read(frame, MAX_ANSWER_CHARS).startsWith("{");
    }

    private boolean isPong(ByteBuf frame) {
        return VarInts.read(frame) == Packets.PING_ID
                && frame.readableBytes() == Long.BYTES
                && frame.readLong() == token;
    }
}
