// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.internal.commands.registry.CommandSet;
import dev.infrajar.internal.commands.registry.Dispatcher;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.Registration;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the console call what players can call. Services are registered on a thread of its own: no lock is held while the framework
 * tells others of them.
 */
final class ConsoleEntrance {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleEntrance.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Dispatcher dispatcher;
    private final Function<ConsoleCommand, Registration> registrar;
    private final ExecutorService turns = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("console-commands").factory());

    /** On the one thread only. */
    private final Map<CommandSet.Entry, Registration> registered = new HashMap<>();

    /**
     * Nothing is registered yet.
     *
     * @param registrar makes a service of a command
     */
    ConsoleEntrance(Dispatcher dispatcher, Function<ConsoleCommand, Registration> registrar) {
        this.dispatcher = dispatcher;
        this.registrar = registrar;
    }

    /** Makes the console's commands those of a snapshot; returns at once. */
    void follow(CommandSet set) {
        turns.execute(() -> update(set));
    }

    private void update(CommandSet set) {
        Set<CommandSet.Entry> wanted = new HashSet<>(set.entries());
        wanted.removeIf(entry -> !entry.command().isReady());
        registered.entrySet().removeIf(each -> {
            boolean leaves = !wanted.contains(each.getKey());
            if (leaves) {
                each.getValue().close();
            }
            return leaves;
        });
        wanted.forEach(entry ->
                registered.computeIfAbsent(entry, added -> registrar.apply(new TypedOnConsole(added, dispatcher))));
    }

    /** Takes all of them back; waits two seconds at most. */
    void close() {
        follow(CommandSet.EMPTY);
        turns.shutdown();
        try {
            if (!turns.awaitTermination(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn("The console's commands are not taken back within {} s", PATIENCE.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
