// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.pattern;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A client that leaves after none, some or all bytes of a good login, with a FIN or with a reset. */
final class EarlyClose implements Script {
    private final ByteBuf sent;
    private final boolean resets;

    EarlyClose(Opening opening, SplittableRandom random) {
        ByteBuf login = Faults.goodLogin(opening, random);
        this.sent = login.slice(0, random.nextInt(login.readableBytes() + 1));
        this.resets = random.nextBoolean();
    }

    @Override
    public Outcome begin(Channel channel) {
        if (resets) {
            // Zero: the close that follows this outcome sends RST at once (socket(7), SO_LINGER).
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        channel.writeAndFlush(sent.retainedDuplicate(), channel.voidPromise());
        return Outcome.LEFT;
    }

    @Override
    public @Nullable Outcome read(Channel channel, ByteBuf bytes) {
        bytes.release();
        return null;
    }

    @Override
    public void end() {
        sent.release();
    }
}
