// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.pattern;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/** A client that sends bytes no honest one sends, and waits for the target to close. What comes back does not count. */
final class Fault implements Script {
    private final ByteBuf bytes;

    /**
     * Prepares one.
     *
     * @param bytes all it sends, on the heap
     */
    Fault(ByteBuf bytes) {
        this.bytes = bytes;
    }

    @Override
    public @Nullable Outcome begin(Channel channel) {
        channel.writeAndFlush(bytes.retainedDuplicate(), channel.voidPromise());
        return null;
    }

    @Override
    public @Nullable Outcome read(Channel channel, ByteBuf answer) {
        answer.release();
        return null;
    }

    @Override
    public void end() {
        bytes.release();
    }
}
