// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.internal.commands.builtin.InfrarustCommand;
import dev.infrajar.internal.commands.registry.Dispatcher;
import dev.infrajar.internal.commands.registry.PluginCommands;
import dev.infrajar.internal.commands.session.Desk;
import dev.infrajar.internal.commands.session.LivePlayers;
import dev.infrajar.internal.commands.tree.ParserTables;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.CallCosts;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.FaultyService;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.core.Registration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Puts the commands together. What calls of plugins' commands cost is counted where they are made. */
@Component(service = {CommandsComponent.class, CallCosts.class})
public final class CommandsComponent implements CallCosts {
    /** Below all other commands of the console: nothing of the platform is covered. */
    private static final int CONSOLE_RANKING = -1000;

    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("command-", 1).factory());
    private final PluginCommands plugins;
    private final ConsoleEntrance console;
    private final Desk desk;

    /** Called by Declarative Services. */
    @Activate
    public CommandsComponent(
            BundleContext context,
            @Reference NeighboursComponent neighbours,
            @Reference PermissionsComponent permissions,
            @Reference(target = "(" + ConfigValue.SECTION + "=" + CommandsConfig.ID + ")")
                    ConfigValue<CommandsConfig> config) {
        LivePlayers players = new LivePlayers();
        plugins = new PluginCommands(List.of(new InfrarustCommand(neighbours, players::broadcast)), workers);
        Dispatcher dispatcher = new Dispatcher(plugins::snapshot);
        console = new ConsoleEntrance(dispatcher, command -> register(context, command));
        plugins.follow(console::follow);
        desk = new Desk(
                dispatcher,
                permissions.permissions(),
                workers,
                players,
                () -> config.get().announceProxyCommands(),
                ParserTables.load());
    }

    @SuppressWarnings("JdkObsolete") // the registry takes a Dictionary
    private static Registration register(BundleContext context, ConsoleCommand command) {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of(
                Constants.SERVICE_RANKING,
                CONSOLE_RANKING,
                NeighboursComponent.OWN_NAME,
                NeighboursComponent.OWN_VALUE));
        ServiceRegistration<ConsoleCommand> registration =
                context.registerService(ConsoleCommand.class, command, properties);
        return registration::unregister;
    }

    /** Ends at once: what runs is interrupted. Takes two seconds at most. */
    @Deactivate
    void close() {
        plugins.follow(set -> {});
        console.close();
        plugins.close();
        workers.shutdownNow();
    }

    @Override
    public List<ListenerCost> costs() {
        return List.of();
    }

    @Override
    public List<FaultyService> faults() {
        return plugins.faultyServices();
    }

    /** The commands of plugins. */
    PluginCommands plugins() {
        return plugins;
    }

    /** What sessions share. */
    Desk desk() {
        return desk;
    }
}
