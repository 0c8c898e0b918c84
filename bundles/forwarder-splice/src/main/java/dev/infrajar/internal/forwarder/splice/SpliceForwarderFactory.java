// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import dev.infrajar.net.filter.ByteFilters;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.ForwarderFactory;
import dev.infrajar.net.forward.ForwarderKind;
import dev.infrajar.net.forward.Link;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.epoll.EpollSocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Makes forwarders that splice, on Linux with Netty's native epoll. Stopping the component needs no work: what sessions
 * share belongs to them, and the last one frees it.
 */
@Component(service = ForwarderFactory.class)
@ForwarderKind(ForwarderKind.SPLICE)
public final class SpliceForwarderFactory implements ForwarderFactory {
    private final SpliceAvailability availability = new SpliceAvailability();
    private final Map<EventLoop, SpliceLoop> loops = new ConcurrentHashMap<>();

    /** Finds out in the background whether splice can be used. */
    @Activate
    public SpliceForwarderFactory() {
        availability.probe();
    }

    /** Not where a filter wants the bytes: they would pass it by in the kernel. */
    @Override
    public boolean supports(Channel client, Channel backend) {
        return availability.isPossible()
                && client instanceof EpollSocketChannel
                && backend instanceof EpollSocketChannel
                && !ByteFilters.areIn(client);
    }

    @Override
    public Forwarder create(Link link) {
        EventLoop loop = link.client().channel().eventLoop();
        return new SpliceForwarder(link, loops.computeIfAbsent(loop, key -> SpliceLoop.create()));
    }
}
