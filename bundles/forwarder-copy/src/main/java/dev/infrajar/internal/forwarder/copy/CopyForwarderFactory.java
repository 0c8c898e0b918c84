// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.copy;

import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.ForwarderFactory;
import dev.infrajar.net.forward.ForwarderKind;
import dev.infrajar.net.forward.Link;
import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import org.osgi.service.component.annotations.Component;

/** Makes forwarders that copy: they work on every platform, so this is the one that is always there, ranked lowest. */
@Component(service = ForwarderFactory.class, property = "service.ranking:Integer=" + Integer.MIN_VALUE)
@ForwarderKind(ForwarderKind.COPY)
public final class CopyForwarderFactory implements ForwarderFactory {
    @Override
    public boolean supports(Channel client, Channel backend) {
        return client instanceof DuplexChannel && backend instanceof DuplexChannel;
    }

    @Override
    public Forwarder create(Link link) {
        return new CopyForwarder(link);
    }
}
