// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.health.Backend;
import dev.infrajar.internal.connector.health.BackendTable;
import dev.infrajar.internal.connector.health.Standing;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.Backends;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What is known of a server's backends, for whoever asks. An address that SRV records make several of is told as one: with
 * the sum of their sessions, up while any of them is.
 *
 * @param config what holds for servers
 * @param expansion knows what SRV records make of an address
 * @param backends what is remembered
 * @param drains what is drained
 * @param nanoClock the time
 */
record BackendStates(
        Supplier<ConnectorConfig> config,
        TargetExpansion expansion,
        BackendTable backends,
        Drains drains,
        LongSupplier nanoClock) {

    List<Backends.State> of(ServerDefinition server) {
        boolean isProbed = DialSettings.of(server, config.get()).health().isEnabled();
        return server.addresses().stream()
                .map(address -> state(server, address, isProbed))
                .toList();
    }

    boolean drain(ServerDefinition server, Optional<HostAndPort> address) {
        return drains.add(server, address);
    }

    boolean undrain(String server, Optional<HostAndPort> address) {
        List<BackendAddress> back = drains.remove(server, address);
        back.stream().flatMap(own -> known(own).stream()).forEach(backend -> backend.returned(nanoClock.getAsLong()));
        return !back.isEmpty();
    }

    private Backends.State state(ServerDefinition server, BackendAddress address, boolean isProbed) {
        List<Backend> known = known(address);
        return new Backends.State(
                address.target(),
                address.weight(),
                health(known, isProbed),
                drains.covers(server, address),
                known.stream().mapToInt(Backend::open).sum(),
                known.stream().flatMap(one -> one.latency().stream()).min(Comparator.<Duration>naturalOrder()),
                known.stream().flatMap(one -> one.lastFailure().stream()).findFirst());
    }

    private Backends.Health health(List<Backend> known, boolean isProbed) {
        long now = nanoClock.getAsLong();
        boolean isOut =
                !known.isEmpty() && known.stream().allMatch(backend -> backend.standing(now, isProbed) == Standing.OUT);
        return isOut ? Backends.Health.EJECTED : Backends.Health.UP;
    }

    private List<Backend> known(BackendAddress address) {
        return expansion.known(address).stream()
                .flatMap(target -> backends.find(target.address()).stream())
                .toList();
    }
}
