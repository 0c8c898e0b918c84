// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.transport;

import io.netty.channel.Channel;

/** Takes accepted connections from the listener. */
@FunctionalInterface
public interface ConnectionAcceptor {
    /**
     * Takes over a connection. Called on the channel's event loop, right after it became active; does not block.
     *
     * @param channel configured by {@link Transport#configure}, with an empty pipeline; the acceptor closes it in the end
     */
    void accept(Channel channel);
}
