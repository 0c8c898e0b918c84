// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.Sessions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code bundle}: exchanges bundles of the platform. Immediate: it owns the threads that wait for sessions to end. */
@Component(immediate = true)
public final class BundleCommand implements ConsoleCommand {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Drains drains = new Drains();
    private final PlatformBundles bundles;

    // Not a constructor parameter: waiting for sessions must survive the exchange of the bundle that counts them.
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Sessions sessions;

    /**
     * A command.
     *
     * @param store the framework
     */
    @Activate
    public BundleCommand(@Reference BundleStore store) {
        bundles = new PlatformBundles(store, this::counter, drains, LIMIT);
    }

    /** Ends the waiting for old bundles; they stay installed. Returns at once. */
    @Deactivate
    void close() {
        drains.close();
    }

    private IntSupplier counter(ClassLoader loader) {
        Sessions atFirst = sessions;
        return () -> {
            Sessions now = sessions;
            int old = atFirst == null ? 0 : atFirst.holding(loader);
            return now == null || now == atFirst ? old : old + now.holding(loader);
        };
    }

    @Override
    public String name() {
        return "bundle";
    }

    @Override
    public String usage() {
        return "list | install FILE | update FILE | remove NAME";
    }

    @Override
    public String summary() {
        return "shows or exchanges bundles of the platform; plugins are files in the plugins folder";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        try {
            run(arguments.isEmpty() ? "" : arguments.getFirst(), arguments, out);
        } catch (Refusal | BundleFault e) {
            out.println(e.getMessage());
        }
    }

    @Override
    public List<String> complete(List<String> arguments) {
        if (arguments.size() == 1) {
            return List.of("list", "install", "update", "remove");
        }
        return arguments.size() == 2 && arguments.getFirst().equals("remove") ? bundles.names() : List.of();
    }

    private void run(String verb, List<String> arguments, ConsoleWriter out) {
        switch (verb) {
            case "list" -> bundles.list(out);
            case "install" -> bundles.install(Path.of(argument(arguments)), out);
            case "update" -> bundles.update(Path.of(argument(arguments)), out);
            case "remove" -> bundles.remove(argument(arguments), out);
            default -> throw new IllegalArgumentException("What about bundles?");
        }
    }

    /** All that follows the verb: a path may have spaces. */
    private static String argument(List<String> arguments) {
        if (arguments.size() < 2) {
            throw new IllegalArgumentException(arguments.getFirst() + " what?");
        }
        return String.join(" ", arguments.subList(1, arguments.size()));
    }
}
