// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.pattern;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What a client does on one connection. Made for it, called on its event loop alone; never blocks. A connection that the
 * target closes, or that outlives its limit, ends without asking the script.
 */
public interface Script {
    /**
     * Sends what comes first.
     *
     * @param channel connected a moment ago
     * @return how it ended already, or null to go on
     */
    @Nullable
    Outcome begin(Channel channel);

    /**
     * Takes what came.
     *
     * @param channel for more to send
     * @param bytes now the script's, which releases them
     * @return how it ended, or null to wait for more
     * @throws RuntimeException if the bytes are no answer: {@link Outcome#BROKEN}
     */
    @Nullable
    Outcome read(Channel channel, ByteBuf bytes);

    /** Releases what the script holds; called once, when the connection has ended. */
    void end();
}
