// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.registry;

import dev.infrajar.api.command.Command;
import dev.infrajar.net.core.FaultyService;
import dev.infrajar.net.core.PluginCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands of plugins as they come and go. Changes may come from any thread; the snapshot is replaced whole. */
public final class PluginCommands {
    private static final Logger LOG = LoggerFactory.getLogger("dev.infrajar.plugins");

    /**
     * A command that is not offered.
     *
     * @param declared what it says of itself
     * @param reason one line
     */
    public record Fault(Declared declared, String reason) {}

    private final List<ProxyCommand> own;
    private final Executor workers;
    private final SortedMap<Long, PluginCommand> commands = new TreeMap<>();
    private final SortedMap<Long, Fault> faults = new TreeMap<>();
    private Consumer<CommandSet> follower = set -> {};
    private volatile CommandSet snapshot;

    /**
     * No commands of plugins yet.
     *
     * @param own the proxy's commands: they come first
     * @param workers runs what waits for a plugin
     */
    public PluginCommands(List<ProxyCommand> own, Executor workers) {
        this.own = List.copyOf(own);
        this.workers = workers;
        this.snapshot = CommandSet.of(own);
    }

    /** All commands, the proxy's own included. */
    public CommandSet snapshot() {
        return snapshot;
    }

    /**
     * Tells of this snapshot and of each that follows, one after the other.
     *
     * @param told must not block
     */
    public synchronized void follow(Consumer<CommandSet> told) {
        follower = told;
        told.accept(snapshot);
    }

    /** What is not offered, and why. */
    public synchronized List<Fault> faults() {
        return List.copyOf(faults.values());
    }

    /** The same for the list of plugins, and the words that commands did not get. */
    public synchronized List<FaultyService> faultyServices() {
        Stream<FaultyService> missing =
                faults.values().stream().map(fault -> faulty(fault.declared(), "is not offered: " + fault.reason()));
        Stream<FaultyService> clashing = commands.values().stream().flatMap(command -> snapshot.clashes().stream()
                .filter(clash -> clash.loser() == command)
                .map(clash -> faulty(
                        command.declared(),
                        "does not get the word '" + clash.word() + "', which "
                                + clash.owner().bundle() + " has already")));
        return Stream.concat(missing, clashing).toList();
    }

    private static FaultyService faulty(Declared declared, String reason) {
        return new FaultyService(declared.bundle(), declared.bundleId(), "command " + declared.name(), reason);
    }

    /**
     * A command has been registered. It is offered as soon as its plugin has told the arguments.
     *
     * @param declared its properties
     * @param target closed here when the command leaves
     */
    public void add(Declared declared, PluginCalls.Target<Command> target) {
        String fault = declared.fault();
        PluginCommand command = new PluginCommand(declared, target);
        if (fault.isEmpty()) {
            synchronized (this) {
                commands.put(declared.serviceId(), command);
                publish();
            }
            workers.execute(() -> prepare(declared, command));
        } else {
            command.close();
            report(new Fault(declared, fault));
        }
    }

    private void prepare(Declared declared, PluginCommand command) {
        Optional<String> fault = command.prepare();
        boolean isStillThere;
        synchronized (this) {
            isStillThere = commands.containsKey(declared.serviceId());
            if (fault.isPresent()) {
                commands.remove(declared.serviceId(), command);
                command.close();
            }
            publish();
        }
        if (isStillThere) {
            fault.ifPresent(reason -> report(new Fault(declared, reason)));
        }
    }

    private void report(Fault fault) {
        synchronized (this) {
            faults.put(fault.declared().serviceId(), fault);
        }
        LOG.warn(
                "Plugin {}: its command {} is not offered: {}",
                fault.declared().bundle(),
                fault.declared().name(),
                fault.reason());
    }

    /** A command has gone. */
    public synchronized void remove(long serviceId) {
        faults.remove(serviceId);
        PluginCommand command = commands.remove(serviceId);
        if (command != null) {
            command.close();
            publish();
        }
    }

    /** All commands go. */
    public synchronized void close() {
        commands.values().forEach(PluginCommand::close);
        commands.clear();
        faults.clear();
        publish();
    }

    private void publish() {
        List<ProxyCommand> all = new ArrayList<>(own);
        all.addAll(commands.values());
        CommandSet before = snapshot;
        snapshot = CommandSet.of(all);
        snapshot.clashes().stream()
                .filter(clash -> !before.clashes().contains(clash))
                .forEach(PluginCommands::report);
        follower.accept(snapshot);
    }

    private static void report(CommandSet.Clash clash) {
        LOG.warn(
                "Plugin {}: its command {} does not get the word '{}', which {} has already; {}:{} calls it",
                clash.loser().bundle(),
                clash.loser().name(),
                clash.word(),
                clash.owner().bundle(),
                clash.loser().bundle(),
                clash.loser().name());
    }
}
