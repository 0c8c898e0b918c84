// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.internal.commands.builtin.Surroundings;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerStates;
import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.transport.Backends;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What the commands use of other bundles, each of which may be replaced while they run. */
@Component(service = NeighboursComponent.class)
public final class NeighboursComponent implements Surroundings {
    /** Marks this bundle's own console commands: in the game there are the originals. */
    static final String OWN_NAME = "infrajar.commands";

    static final String OWN_VALUE = "own";

    private final String version;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Sessions sessions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Router router;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Backends backends;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable ServerStates states;

    private volatile Function<String, Optional<ConsoleCommand>> console = name -> Optional.empty();

    /** Called by Declarative Services. */
    @Activate
    public NeighboursComponent(BundleContext context) {
        version = context.getBundle().getVersion().toString();
    }

    @Override
    public Optional<Sessions> sessions() {
        return Optional.ofNullable(sessions);
    }

    @Override
    public Optional<Router> router() {
        return Optional.ofNullable(router);
    }

    @Override
    public Optional<Backends> backends() {
        return Optional.ofNullable(backends);
    }

    @Override
    public Optional<ServerStates> states() {
        return Optional.ofNullable(states);
    }

    @Override
    public Optional<ConsoleCommand> console(String name) {
        return console.apply(name);
    }

    /** Says how commands of the console are found from now on. */
    void useConsole(Function<String, Optional<ConsoleCommand>> finder) {
        console = finder;
    }

    @Override
    public String version() {
        return version;
    }
}
