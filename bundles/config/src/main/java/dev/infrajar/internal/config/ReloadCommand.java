// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.config.Reloadable;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code reload}: reads everything that comes from files again, at once. */
@Component(service = ConsoleCommand.class)
public final class ReloadCommand implements ConsoleCommand {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadCommand.class);

    private record Place(int ranking, long serviceId) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::ranking).reversed().thenComparingLong(Place::serviceId);

        static Place of(Map<String, Object> properties) {
            int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer given ? given : 0;
            return new Place(ranking, properties.get(Constants.SERVICE_ID) instanceof Long id ? id : 0);
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Place, Reloadable> reloadables = new ConcurrentSkipListMap<>();

    /** Called by Declarative Services. */
    @Activate
    public ReloadCommand() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addReloadable(Reloadable reloadable, Map<String, Object> properties) {
        reloadables.put(Place.of(properties), reloadable);
    }

    void removeReloadable(Map<String, Object> properties) {
        reloadables.remove(Place.of(properties));
    }

    @Override
    public String name() {
        return "reload";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "reads infrarust.toml, the server files and the like again, and shows what has changed";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        reloadables.values().forEach(reloadable -> print(reloadable, out));
    }

    private static void print(Reloadable reloadable, ConsoleWriter out) {
        List<String> lines = linesOf(reloadable);
        if (lines.isEmpty()) {
            out.println(reloadable.subject() + ": nothing has changed");
        } else {
            out.println(reloadable.subject() + ":");
            lines.forEach(line -> out.println("  " + line));
        }
    }

    private static List<String> linesOf(Reloadable reloadable) {
        try {
            return reloadable.reload();
        } catch (RuntimeException | LinkageError e) { // LinkageError: its bundle was uninstalled a moment ago
            LOG.error("{} could not be reloaded", reloadable.subject(), e);
            return List.of("could not be reloaded: " + e);
        }
    }
}
