// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.pattern;

import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A player who joins: handshake and login start, the first packet of the answer, then gone. */
final class LoginScript implements Script {
    private static final int DISCONNECT_ID = 0;

    /** Cookie request, the highest clientbound packet of the login phase (since 1.20.5). */
    private static final int HIGHEST_ID = 5;

    private final FrameReader frames = new FrameReader();
    private final Opening opening;
    private final SplittableRandom random;

    /**
     * Prepares one.
     *
     * @param random gives name and UUID
     */
    LoginScript(Opening opening, SplittableRandom random) {
        this.opening = opening;
        this.random = random;
    }

    @Override
    public @Nullable Outcome begin(Channel channel) {
        ByteBuf out = channel.alloc().buffer();
        Packets.writeHandshake(out, opening, Packets.NEXT_LOGIN);
        Packets.writeLoginStart(out, opening.protocol(), random);
        channel.writeAndFlush(out, channel.voidPromise());
        return null;
    }

    @Override
    public @Nullable Outcome read(Channel channel, ByteBuf bytes) {
        frames.add(bytes);
        ByteBuf frame = frames.next();
        return frame == null ? null : outcome(VarInts.read(frame));
    }

    @Override
    public void end() {
        frames.release();
    }

    private static Outcome outcome(int id) {
        if (id == DISCONNECT_ID) {
            return Outcome.REFUSED;
        }
        return id > DISCONNECT_ID && id <= HIGHEST_ID ? Outcome.ANSWERED : Outcome.BROKEN;
    }
}
