// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import dev.infrajar.net.core.CallCosts;
import dev.infrajar.net.core.FaultyService;
import dev.infrajar.net.core.ListenerCost;
import java.util.List;

/** Costs and faults that do not change, and a switch. */
final class FixedCosts implements CallCosts {
    private final List<ListenerCost> costs;
    private final List<FaultyService> faults;
    private boolean isEveryCallTimed;

    FixedCosts(List<ListenerCost> costs, List<FaultyService> faults) {
        this.costs = costs;
        this.faults = faults;
    }

    static PluginCosts of(ListenerCost... costs) {
        return new PluginCosts(List.of(new FixedCosts(List.of(costs), List.of())));
    }

    @Override
    public List<ListenerCost> costs() {
        return costs;
    }

    @Override
    public List<FaultyService> faults() {
        return faults;
    }

    @Override
    public boolean isEveryCallTimed() {
        return isEveryCallTimed;
    }

    @Override
    public void timeEveryCall(boolean every) {
        isEveryCallTimed = every;
    }
}
