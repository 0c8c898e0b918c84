// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.transport;

import dev.infrajar.net.core.HostAndPort;
import io.netty.channel.Channel;

/** The result of dialling. */
public sealed interface Dialled {
    /**
     * A connection stands, and the PROXY header, where one is wanted, has been written.
     *
     * @param channel configured by {@link Transport#configure}; the caller closes it
     * @param address the address that answered
     */
    record Connected(Channel channel, HostAndPort address) implements Dialled {}

    /**
     * No address answered.
     *
     * @param reason each address with what went wrong, one line
     * @param refused whether each address refused the connection: the machines are there, and no server runs on them
     */
    record Unreachable(String reason, boolean refused) implements Dialled {}
}
