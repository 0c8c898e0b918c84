// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import dev.infrajar.net.core.ListenerCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the command {@code plugins} shows. */
final class PluginTable {
    private static final double NANOS_PER_MILLI = 1e6;

    private PluginTable() {}

    static List<String> lines(List<PluginState> plugins, List<ListenerCost> costs) {
        List<String> lines = new ArrayList<>();
        for (PluginState plugin : plugins) {
            lines.add(plugin.file() + plugin.title().map(title -> "  " + title).orElse("") + "  "
                    + plugin.status().text());
            costs.stream()
                    .filter(cost -> cost.bundleId() == plugin.bundleId())
                    .forEach(cost -> lines.add("  " + describe(cost)));
        }
        Set<Long> shown = plugins.stream().map(PluginState::bundleId).collect(Collectors.toSet());
        costs.stream()
                .filter(cost -> !shown.contains(cost.bundleId()))
                .forEach(cost -> lines.add("bundle " + cost.bundle() + "  " + describe(cost)));
        return lines.isEmpty() ? List.of("No plugins.") : lines;
    }

    private static String describe(ListenerCost cost) {
        String numbers = String.format(
                Locale.ROOT,
                "%s  calls %d, failures %d, total %.1f ms",
                cost.listener(),
                cost.calls(),
                cost.failures(),
                cost.totalNanos() / NANOS_PER_MILLI);
        return numbers
                + (cost.lostThreads() == 0 ? "" : ", threads lost " + cost.lostThreads())
                + (cost.quarantined() ? ", QUARANTINED" : "")
                + cost.lastFailure().map(reason -> ", last failure: " + reason).orElse("");
    }
}
