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
import dev.infrajar.internal.connector.health.Standing;
import dev.infrajar.internal.connector.names.Deadline;
import dev.infrajar.net.core.BackendAddress;
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
        boolean isSession = dial.purpose() == Dial.Purpose.SESSION;
        if (isSession && drains.has(server)) {
            result.trySuccess(new Dialled.Unreachable("drained: the server gets no new sessions", false));
            return;
        }
        List<BackendAddress> addresses = isSession ? drains.open(server) : server.addresses();
        if (addresses.isEmpty()) {
            result.trySuccess(
                    new Dialled.Unreachable("drained: every address of the server gets no new sessions", false));
            return;
        }
        DialSettings current = DialSettings.of(server, config.get());
        TargetExpansion.Now now = expansion.now(addresses);
        List<Choice> known = choices(server, now.targets(), current);
        if (now.isFresh() || isAnyUp(known, now.outdated(), current)) {
            run(dial, current, known, now.unknown(), result);
        } else {
            runOnceTold(dial, current, addresses, result);
        }
    }

    /** Whether there is somewhere to go that does not hang on records which are out of date. */
    private boolean isAnyUp(List<Choice> known, List<BackendAddress> outdated, DialSettings current) {
        long now = health.nanoClock().getAsLong();
        return known.stream()
                .anyMatch(choice -> !outdated.contains(choice.target().entry())
                        && choice.backend().standing(now, current.health().isEnabled()) == Standing.READY);
    }

    private void runOnceTold(Dial dial, DialSettings current, List<BackendAddress> addresses, Promise<Dialled> result) {
        Future<List<Choice>> asking = asked(dial, current, addresses);
        asking.addListener(_ -> {
            if (asking.isSuccess()) {
                Tasks.guard(result, () -> run(dial, current, asking.getNow(), List.of(), result));
            } else {
                result.tryFailure(asking.cause());
            }
        });
        DialRun.cancelWith(result, asking);
    }

    private Future<List<Choice>> asked(Dial dial, DialSettings current, List<BackendAddress> addresses) {
        Deadline deadline = Deadline.in(current.connectTimeout());
        return Tasks.call(
                dial.loop(), () -> choices(dial.server(), expansion.of(addresses, deadline), current), _ -> {});
    }

    private void run(
            Dial dial,
            DialSettings current,
            List<Choice> known,
            List<BackendAddress> unknown,
            Promise<Dialled> result) {
        if (known.isEmpty()) {
            result.trySuccess(
                    new Dialled.Unreachable("the SRV record of its host says that there is no server", false));
            return;
        }
        boolean isSession = dial.purpose() == Dial.Purpose.SESSION;
        Selection selection = new Selection(
                known, current, isSession ? strategyOf(dial.server(), current) : Optional.empty(), health.nanoClock());
        DialRun run = new DialRun(dial, current, selection, addresses, health, prober, result);
        if (unknown.isEmpty()) {
            run.start();
        } else {
            run.start(() -> asked(dial, current, unknown));
        }
    }

    private List<Choice> choices(ServerDefinition server, List<Target> targets, DialSettings current) {
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
}
