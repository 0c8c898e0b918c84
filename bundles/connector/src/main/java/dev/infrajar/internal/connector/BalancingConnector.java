// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.transport.Connector;
import dev.infrajar.net.transport.Dial;
import dev.infrajar.net.transport.Dialled;
import dev.infrajar.net.transport.Transport;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Connects to the first address of a server that answers, in the order of its file. */
@Component
public final class SequentialConnector implements Connector {
    private final AddressDialler addresses;
    private final Supplier<ConnectorConfig> config;

    /** Dials with sockets of the transport and names looked up by the platform. */
    @Activate
    public SequentialConnector(
            @Reference Transport transport,
            @Reference(target = "(" + ConfigValue.SECTION + "=connector)") ConfigValue<ConnectorConfig> config) {
        this(transport, InetAddress::getAllByName, config::get);
    }

    SequentialConnector(Transport transport, Lookup lookup, Supplier<ConnectorConfig> config) {
        this.addresses = new AddressDialler(new HostResolver(lookup), new SocketDialler(transport));
        this.config = config;
    }

    @Override
    public Dialled dial(Dial dial) throws InterruptedException {
        Duration limit =
                dial.server().timeouts().connect().orElseGet(() -> config.get().connectTimeout());
        List<String> failures = new ArrayList<>();
        for (BackendAddress backend : dial.server().addresses()) {
            HostAndPort address = backend.target();
            switch (addresses.dial(dial, address, Deadline.in(limit))) {
                case Attempt.Stands(Channel channel) -> {
                    return new Dialled.Connected(channel, address);
                }
                case Attempt.Failed(String reason) -> failures.add(address + ": " + reason);
            }
        }
        return new Dialled.Unreachable(
                String.join("; ", failures), failures.stream().allMatch(failure -> failure.endsWith("refused")));
    }
}
