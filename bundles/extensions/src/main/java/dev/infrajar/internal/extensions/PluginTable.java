// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.FaultyService;
import dev.infrajar.net.core.ListenerCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What the commands {@code plugins} and {@code plugin} show. */
final class PluginTable {
    private static final List<String> HEADINGS =
            List.of("FILE", "PLUGIN", "STATE", "CALLS", "FAILURES", "TIME", "P50", "P99");
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;

    private PluginTable() {}

    static void print(List<PluginState> plugins, PluginCosts known, ConsoleWriter out) {
        List<ListenerCost> costs = known.costs();
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
        costs.stream().filter(cost -> !cost.kinds().isEmpty()).forEach(cost -> printKinds(cost, out));
        known.faults().forEach(fault -> out.println(describe(fault)));
    }

    private static void printKinds(ListenerCost cost, ConsoleWriter out) {
        out.println("Sessions decode for " + cost.bundle() + ", " + cost.listener() + ": "
                + String.join(", ", cost.kinds()));
    }

    private static String describe(FaultyService fault) {
        return "Fault in " + fault.bundle() + ", " + fault.service() + ": " + fault.reason();
    }

    private static List<String> row(String file, String title, String state, List<ListenerCost> costs) {
        return List.of(
                file,
                title,
                state,
                Long.toString(costs.stream()
                        .filter(cost -> !cost.isListeners())
                        .mapToLong(ListenerCost::calls)
                        .sum()),
                Long.toString(costs.stream().mapToLong(ListenerCost::failures).sum()),
                millis(total(costs)),
                slowest(costs, ListenerCost.Time::p50Nanos),
                slowest(costs, ListenerCost.Time::p99Nanos));
    }

    private static long total(List<ListenerCost> costs) {
        return costs.stream().mapToLong(cost -> cost.time().totalNanos()).sum();
    }

    /** Quantiles of several listeners cannot be added up: the slowest one says most about the plugin. */
    private static String slowest(List<ListenerCost> costs, ToLongFunction<ListenerCost.Time> quantile) {
        return micros(
                costs.stream().map(ListenerCost::time).mapToLong(quantile).max().orElse(0));
    }

    /** One plugin with each of its listeners. */
    static void print(PluginState plugin, PluginCosts known, ConsoleWriter out) {
        out.println(plugin.file() + plugin.title().map(title -> "  " + title).orElse(""));
        out.println("  " + plugin.status().text());
        of(plugin, known.costs()).forEach(cost -> out.println("  " + describe(cost)));
        known.faults().stream()
                .filter(fault -> fault.bundleId() == plugin.bundleId())
                .forEach(fault -> out.println("  " + fault.service() + "  FAULT: " + fault.reason()));
    }

    private static List<ListenerCost> of(PluginState plugin, List<ListenerCost> costs) {
        return costs.stream()
                .filter(cost -> cost.bundleId() == plugin.bundleId())
                .toList();
    }

    private static String describe(ListenerCost cost) {
        return cost.listener() + "  calls " + cost.calls() + ", failures " + cost.failures() + ", total "
                + millis(cost.time().totalNanos()) + ", p50 "
                + micros(cost.time().p50Nanos()) + ", p99 "
                + micros(cost.time().p99Nanos())
                + (cost.lostThreads() == 0 ? "" : ", threads lost " + cost.lostThreads())
                + (cost.quarantined() ? ", QUARANTINED" : "")
                + (cost.kinds().isEmpty() ? "" : ", sees " + String.join(", ", cost.kinds()))
                + cost.lastFailure().map(reason -> ", last failure: " + reason).orElse("");
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_PER_MILLI);
    }

    private static String micros(long nanos) {
        return String.format(Locale.ROOT, "%.1f us", nanos / NANOS_PER_MICRO);
    }
}
