// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** An accepted connection from {@value #PEER}, without a socket. It reads nothing that nobody has asked for. */
final class FakeConnection extends EmbeddedChannel {
    static final String PEER = "10.0.0.5";
    static final InetSocketAddress PEER_ADDRESS = new InetSocketAddress(PEER, 40_000);
    static final InetSocketAddress OWN_ADDRESS = new InetSocketAddress("10.0.0.1", 25_565);

    private int reads;

    FakeConnection() {
        config().setAutoRead(false);
        freezeTime();
        // An embedded channel is born with autoRead on.
        reads = 0;
    }

    /** How often more bytes were asked for. */
    int reads() {
        return reads;
    }

    @Override
    protected void doBeginRead() {
        reads++;
    }

    @Override
    protected SocketAddress remoteAddress0() {
        return PEER_ADDRESS;
    }

    @Override
    protected SocketAddress localAddress0() {
        return OWN_ADDRESS;
    }
}
