// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.health.BackendTable;
import dev.infrajar.internal.connector.health.BackendUser;
import dev.infrajar.internal.connector.health.Prober;
import dev.infrajar.internal.connector.health.Timer;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the definitions of servers, so that no login is the first to need what can be known before: probes begin and end
 * with the definitions that ask for all addresses, and names without a port are looked up. One thread of the timer at a time.
 */
final class AddressWatch {
    /** How soon a new definition, or a reload that changes what holds for all, is seen. */
    static final Duration PERIOD = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(AddressWatch.class);

    private final Supplier<Optional<List<ServerDefinition>>> servers;
    private final Supplier<ConnectorConfig> config;
    private final TargetExpansion expansion;
    private final BackendTable backends;
    private final Prober prober;
    private final Timer timer;

    private Set<BackendAddress> defined = Set.of();
    private Set<HostAndPort> probed = Set.of();

    /**
     * Looks at nothing yet.
     *
     * @param servers the definitions of the moment; empty while nobody knows them
     */
    AddressWatch(
            Supplier<Optional<List<ServerDefinition>>> servers,
            Supplier<ConnectorConfig> config,
            TargetExpansion expansion,
            BackendTable backends,
            Prober prober,
            Timer timer) {
        this.servers = servers;
        this.config = config;
        this.expansion = expansion;
        this.backends = backends;
        this.prober = prober;
        this.timer = timer;
    }

    /** Looks again and again, for as long as the timer runs. */
    void start() {
        timer.after(PERIOD, this::run);
    }

    private void run() {
        try {
            servers.get().ifPresent(this::look);
        } catch (RuntimeException e) {
            // The last frame of this thread; the next look may do better.
            LOG.error("A look at the servers broke off", e);
        }
        start();
    }

    private void look(List<ServerDefinition> current) {
        Set<BackendAddress> all = new HashSet<>();
        Set<HostAndPort> wanted = new HashSet<>();
        for (ServerDefinition server : current) {
            all.addAll(server.addresses());
            if (DialSettings.of(server, config.get()).health().probesAll()) {
                probe(server, wanted);
            }
        }
        all.stream().filter(address -> !defined.contains(address)).forEach(expansion::lookUp);
        probed.stream().filter(address -> !wanted.contains(address)).forEach(backends::release);
        defined = all;
        probed = wanted;
    }

    private void probe(ServerDefinition server, Set<HostAndPort> wanted) {
        BackendUser user = DialSettings.user(server, config);
        for (Target target : expansion.now(server.addresses()).targets()) {
            prober.watch(backends.use(target.address(), user));
            wanted.add(target.address());
        }
    }
}
