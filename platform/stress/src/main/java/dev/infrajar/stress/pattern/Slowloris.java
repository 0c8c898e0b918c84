// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.pattern;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client that sends a good login one byte at a time, and hopes to hold the connection as long as it likes. */
final class Slowloris implements Script {
    private static final int PAUSE_MILLIS = 500;

    private final ByteBuf login;

    Slowloris(Opening opening, SplittableRandom random) {
        this.login = Faults.goodLogin(opening, random);
    }

    @Override
    public @Nullable Outcome begin(Channel channel) {
        drip(channel);
        return null;
    }

    @Override
    public @Nullable Outcome read(Channel channel, ByteBuf bytes) {
        bytes.release();
        return null;
    }

    @Override
    public void end() {
        login.release();
    }

    private void drip(Channel channel) {
        if (channel.isActive() && login.isReadable()) {
            channel.writeAndFlush(login.readRetainedSlice(1), channel.voidPromise());
            channel.eventLoop().schedule(() -> drip(channel), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
