// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.ListenerCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the commands {@code plugins} and {@code plugin} show. */
final class PluginTable {
    private static final List<String> HEADINGS = List.of("FILE", "PLUGIN", "STATE", "CALLS", "FAILURES", "TIME");
    private static final double NANOS_PER_MILLI = 1e6;

    private PluginTable() {}

    static void print(List<PluginState> plugins, List<ListenerCost> costs, ConsoleWriter out) {
        List<List<String>> rows = new ArrayList<>();
        for (PluginState plugin : plugins) {
            List<ListenerCost> own = of(plugin, costs);
            boolean isQuarantined = own.stream().anyMatch(ListenerCost::quarantined);
            String state = plugin.status().text() + (isQuarantined ? ", QUARANTINED" : "");
            rows.add(row(plugin.file(), plugin.title().orElse("-"), state, own));
        }
        Set<Long> shown = plugins.stream().map(PluginState::bundleId).collect(Collectors.toSet());
        costs.stream()
                .filter(cost -> !shown.contains(cost.bundleId()))
                .collect(Collectors.groupingBy(ListenerCost::bundle))
                .forEach((bundle, own) -> rows.add(row("-", bundle, "not of the plugins folder", own)));
        if (rows.isEmpty()) {
            out.println("No plugins.");
        } else {
            out.table(HEADINGS, rows);
        }
    }

    private static List<String> row(String file, String title, String state, List<ListenerCost> costs) {
        return List.of(
                file,
                title,
                state,
                Long.toString(costs.stream().mapToLong(ListenerCost::calls).sum()),
                Long.toString(costs.stream().mapToLong(ListenerCost::failures).sum()),
                millis(costs.stream().mapToLong(ListenerCost::totalNanos).sum()));
    }

    /** One plugin with each of its listeners. */
    static void print(PluginState plugin, List<ListenerCost> costs, ConsoleWriter out) {
        out.println(plugin.file() + plugin.title().map(title -> "  " + title).orElse(""));
        out.println("  " + plugin.status().text());
        of(plugin, costs).forEach(cost -> out.println("  " + describe(cost)));
    }

    private static List<ListenerCost> of(PluginState plugin, List<ListenerCost> costs) {
        return costs.stream()
                .filter(cost -> cost.bundleId() == plugin.bundleId())
                .toList();
    }

    private static String describe(ListenerCost cost) {
        return cost.listener() + "  calls " + cost.calls() + ", failures " + cost.failures() + ", total "
                + millis(cost.totalNanos())
                + (cost.lostThreads() == 0 ? "" : ", threads lost " + cost.lostThreads())
                + (cost.quarantined() ? ", QUARANTINED" : "")
                + cost.lastFailure().map(reason -> ", last failure: " + reason).orElse("");
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_PER_MILLI);
    }
}
