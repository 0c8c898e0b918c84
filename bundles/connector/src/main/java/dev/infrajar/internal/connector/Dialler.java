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
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
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

    /** As {@link dev.infrajar.net.transport.Connector#begin}. */
    Future<Dialled> begin(Dial dial) {
        Promise<Dialled> result = dial.loop().newPromise();
        Runnable start = () -> Tasks.guard(result, () -> start(dial, result));
        if (dial.loop().inEventLoop()) {
            start.run();
        } else {
            dial.loop().execute(start);
        }
        return result;
    }

    private void start(Dial dial, Promise<Dialled> result) {
        ServerDefinition server = dial.server();
        if (dial.purpose() == Dial.Purpose.SESSION && drains.has(server)) {
            result.trySuccess(new Dialled.Unreachable("drained: the server gets no new sessions", false));
            return;
        }
        DialSettings current = DialSettings.of(server, config.get());
        Optional<List<Target>> known = expansion.now(server.addresses());
        if (known.isPresent()) {
            run(dial, current, known.get(), result);
            return;
        }
        Deadline deadline = Deadline.in(current.connectTimeout());
        Future<List<Target>> expanding =
                Tasks.call(dial.loop(), () -> expansion.of(server.addresses(), deadline), _ -> {});
        expanding.addListener(expanded -> {
            if (expanded.isSuccess()) {
                Tasks.guard(result, () -> run(dial, current, expanding.getNow(), result));
            } else {
                result.tryFailure(expanded.cause());
            }
        });
        DialRun.cancelWith(result, expanding);
    }

    private void run(Dial dial, DialSettings current, List<Target> targets, Promise<Dialled> result) {
        boolean isSession = dial.purpose() == Dial.Purpose.SESSION;
        List<Choice> open = used(dial.server(), targets, current);
        if (isSession) {
            open.removeIf(choice -> drains.covers(dial.server(), choice.target().entry()));
        }
        if (open.isEmpty()) {
            result.trySuccess(new Dialled.Unreachable(whyNone(targets), false));
            return;
        }
        Selection selection = new Selection(
                open, current, isSession ? strategyOf(dial.server(), current) : Optional.empty(), health.nanoClock());
        new DialRun(dial, current, selection, addresses, health, prober, result).start();
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
