// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.Selection.Choice;
import dev.infrajar.internal.connector.balance.Strategies;
import dev.infrajar.internal.connector.balance.Strategy;
import dev.infrajar.internal.connector.health.Backend;
import dev.infrajar.internal.connector.health.BackendTable;
import dev.infrajar.internal.connector.health.BackendUser;
import dev.infrajar.internal.connector.health.HealthNotes;
import dev.infrajar.internal.connector.health.Prober;
import dev.infrajar.internal.connector.names.Deadline;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.Dial;
import dev.infrajar.net.transport.Dialled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Dials servers: finds their targets, leaves out what is drained, and lets one run try the others. */
final class Dialler {
    private final Supplier<ConnectorConfig> config;
    private final TargetExpansion expansion;
    private final AddressDialler addresses;
    private final BackendTable backends;
    private final HealthNotes health;
    private final Prober prober;
    private final Drains drains;

    /** By server id, so that turns go on when a file changes. As many as there have been servers. */
    private final Map<String, Strategies> strategies = new ConcurrentHashMap<>();

    Dialler(
            Supplier<ConnectorConfig> config,
            TargetExpansion expansion,
            AddressDialler addresses,
            BackendTable backends,
            HealthNotes health,
            Prober prober,
            Drains drains) {
        this.config = config;
        this.expansion = expansion;
        this.addresses = addresses;
        this.backends = backends;
        this.health = health;
        this.prober = prober;
        this.drains = drains;
    }

    Dialled dial(Dial dial) throws InterruptedException {
        ServerDefinition server = dial.server();
        boolean isSession = dial.purpose() == Dial.Purpose.SESSION;
        if (isSession && drains.has(server)) {
            return new Dialled.Unreachable("drained: the server gets no new sessions", false);
        }
        DialSettings current = DialSettings.of(server, config.get());
        List<Target> targets = expansion.of(server.addresses(), Deadline.in(current.connectTimeout()));
        List<Choice> open = used(server, targets, current).stream()
                .filter(choice ->
                        !isSession || !drains.covers(server, choice.target().entry()))
                .toList();
        if (open.isEmpty()) {
            return new Dialled.Unreachable(whyNone(targets), false);
        }
        Selection selection = new Selection(
                open, current, isSession ? strategyOf(server, current) : Optional.empty(), health.nanoClock());
        return new DialRun(dial, current, selection, addresses, health, prober).run();
    }

    private List<Choice> used(ServerDefinition server, List<Target> targets, DialSettings current) {
        BackendUser user = DialSettings.user(server, config);
        List<Choice> all = new ArrayList<>(targets.size());
        for (Target target : targets) {
            Backend backend = backends.use(target.address(), user);
            if (current.health().allAddresses() || !backend.isUp()) {
                prober.watch(backend);
            }
            all.add(new Choice(target, backend));
        }
        return all;
    }

    private Optional<Strategy> strategyOf(ServerDefinition server, DialSettings current) {
        return strategies
                .computeIfAbsent(
                        server.id(),
                        _ -> new Strategies(() -> ThreadLocalRandom.current().nextDouble()))
                .of(current.balance());
    }

    private static String whyNone(List<Target> targets) {
        return targets.isEmpty()
                ? "the SRV record of its host says that there is no server"
                : "drained: every address of the server gets no new sessions";
    }
}
