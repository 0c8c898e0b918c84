// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import dev.infrajar.net.core.CallCosts;
import dev.infrajar.net.core.FaultyService;
import dev.infrajar.net.core.ListenerCost;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What all bundles that call plugins know about their costs. */
@Component(service = PluginCosts.class)
public final class PluginCosts {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<CallCosts> sources;

    /** Called by Declarative Services, which fills in the sources as they come and go. */
    @Activate
    public PluginCosts() {
        this(List.of());
    }

    PluginCosts(List<CallCosts> sources) {
        this.sources = sources;
    }

    List<ListenerCost> costs() {
        return sources.stream().flatMap(source -> source.costs().stream()).toList();
    }

    List<FaultyService> faults() {
        return sources.stream().flatMap(source -> source.faults().stream()).toList();
    }

    void timeEveryCall(boolean every) {
        sources.forEach(source -> source.timeEveryCall(every));
    }

    boolean isEveryCallTimed() {
        return sources.stream().allMatch(CallCosts::isEveryCallTimed);
    }
}
