// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.ForwarderFactory;
import dev.infrajar.net.forward.Link;
import dev.infrajar.net.intercept.PacketEnd;
import dev.infrajar.net.intercept.PacketForwarderFactory;
import dev.infrajar.net.intercept.PacketLink;
import dev.infrajar.net.intercept.TapChain;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Phase;
import io.netty.channel.Channel;
import java.util.Optional;

/**
 * Uses a packet forwarder where one of bytes is expected: nobody looks at packets, nothing is compressed. What
 * {@link ForwarderContract} asks of bytes then holds for frames.
 */
public final class PacketRelayFactory implements ForwarderFactory {
    private final PacketForwarderFactory factory;
    private final Dialect dialect;

    /**
     * An adapter.
     *
     * @param factory what is tested
     * @param dialect any
     */
    public PacketRelayFactory(PacketForwarderFactory factory, Dialect dialect) {
        this.factory = factory;
        this.dialect = dialect;
    }

    @Override
    public boolean supports(Channel client, Channel backend) {
        return true;
    }

    @Override
    public Forwarder create(Link link) {
        CompressionFactory compression = new ZlibCompression();
        return factory.create(new PacketLink(
                new PacketEnd(link.client(), PacketEnd.NO_COMPRESSION, Optional.empty()),
                new PacketEnd(link.backend(), PacketEnd.NO_COMPRESSION, Optional.empty()),
                dialect,
                Phase.PLAY,
                PacketFixture.LIMITS,
                compression,
                TapChain.NONE,
                link.ended()));
    }
}
