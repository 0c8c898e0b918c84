// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.balance.WeightedRandom;
import dev.infrajar.internal.connector.health.BackendTable;
import dev.infrajar.internal.connector.health.HealthNotes;
import dev.infrajar.internal.connector.health.Prober;
import dev.infrajar.internal.connector.health.ThreadTimer;
import dev.infrajar.internal.connector.names.Names;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.Backends;
import dev.infrajar.net.transport.Connector;
import dev.infrajar.net.transport.Dial;
import dev.infrajar.net.transport.Dialled;
import dev.infrajar.net.transport.Transport;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Connects to backends as the files of their servers say, and remembers what became of it. */
@Component(immediate = true) // else what is drained, and what is known to be down, would go with the last user
public final class BalancingConnector implements Connector, Backends {
    private final Names names;
    private final ThreadTimer timer = new ThreadTimer();
    private final Dialler dialler;
    private final BackendStates states;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Router router;

    /** Dials with sockets of the transport, and looks names up where the platform does. */
    @Activate
    public BalancingConnector(
            @Reference Transport transport,
            @Reference(target = "(" + ConfigValue.SECTION + "=connector)") ConfigValue<ConnectorConfig> config) {
        this(transport, Names.ofPlatform(transport), config::get, System::nanoTime);
    }

    BalancingConnector(Transport transport, Names names, Supplier<ConnectorConfig> config, LongSupplier nanoClock) {
        this.names = names;
        AddressDialler addresses =
                new AddressDialler(names, new SocketDialler(transport), new Endpoints(nanoClock), timer);
        TargetExpansion expansion = new TargetExpansion(
                names, new WeightedRandom(() -> ThreadLocalRandom.current().nextDouble()));
        BackendTable backends = new BackendTable(nanoClock);
        HealthNotes health = new HealthNotes(nanoClock);
        Prober prober = new Prober(new SocketProbe(transport.eventLoops(), addresses), timer, health, backends);
        Drains drains = new Drains();
        this.dialler = new Dialler(config, expansion, addresses, backends, health, prober, drains);
        this.states = new BackendStates(config, expansion, backends, drains, nanoClock);
        new AddressWatch(this::servers, config, expansion, backends, prober, timer).start();
    }

    private Optional<List<ServerDefinition>> servers() {
        Router present = router;
        return present == null ? Optional.empty() : Optional.of(present.all());
    }

    /** Ends probes and lookups; connections stay. Returns at once. */
    @Deactivate
    public void close() {
        timer.close();
        names.close();
    }

    @Override
    public Future<Dialled> begin(Dial dial) {
        return dialler.begin(dial);
    }

    @Override
    public List<State> of(ServerDefinition server) {
        return states.of(server);
    }

    @Override
    public boolean drain(ServerDefinition server, Optional<HostAndPort> address) {
        return states.drain(server, address);
    }

    @Override
    public boolean undrain(String server, Optional<HostAndPort> address) {
        return states.undrain(server, address);
    }
}
