// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener.filter;

import dev.infrajar.net.core.CallCosts;
import dev.infrajar.net.core.FaultyService;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.filter.FilterDeclaration;
import dev.infrajar.net.filter.TransportFilterFactory;
import dev.infrajar.net.whiteboard.Candidate;
import dev.infrajar.net.whiteboard.Origin;
import dev.infrajar.net.whiteboard.ThrownText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the factories of filters out of the service registry. When it is stopped, connections go on without their filters. */
@Component(service = {FiltersComponent.class, CallCosts.class})
public final class FiltersComponent implements CallCosts {
    private static final Logger LOG = LoggerFactory.getLogger(FiltersComponent.class);

    private final FilterRegistry registry = new FilterRegistry();

    /** Begins without factories: they are bound one by one. */
    @Activate
    public FiltersComponent() {}

    /** The filters in use. */
    public FilterRegistry registry() {
        return registry;
    }

    @Reference(
            service = TransportFilterFactory.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "changeFactory")
    void addFactory(ComponentServiceObjects<TransportFilterFactory> service) {
        ServiceReference<TransportFilterFactory> reference = service.getServiceReference();
        Bundle bundle = reference.getBundle();
        if (bundle != null) { // null: it has gone already
            Origin origin = new Origin(String.valueOf(bundle.getSymbolicName()), bundle.getBundleId());
            registry.put(new Candidate<>(id(reference), origin, properties(reference), obtain(service, origin)));
        }
    }

    void changeFactory(ServiceReference<TransportFilterFactory> reference) {
        registry.change(id(reference), properties(reference));
    }

    void removeFactory(ServiceReference<TransportFilterFactory> reference) {
        registry.remove(id(reference));
    }

    private static Optional<TransportFilterFactory> obtain(
            ComponentServiceObjects<TransportFilterFactory> service, Origin origin) {
        try {
            return Optional.ofNullable(service.getService());
        } catch (Throwable t) { // a constructor of a plugin may throw anything
            LOG.warn(
                    "Plugin {}: a filter factory could not be created: {}",
                    origin.bundle(),
                    ThrownText.of(t).reason());
            return Optional.empty();
        }
    }

    private static long id(ServiceReference<?> reference) {
        return reference.getProperty(Constants.SERVICE_ID) instanceof Long number ? number : -1;
    }

    private static Map<String, Object> properties(ServiceReference<?> reference) {
        Map<String, Object> properties = new HashMap<>();
        for (String key : reference.getPropertyKeys()) {
            Object value = reference.getProperty(key);
            if (value != null && key.startsWith(FilterDeclaration.PREFIX_)) { // others may be objects of the plugin
                properties.put(key, value);
            }
        }
        return properties;
    }

    @Override
    public List<ListenerCost> costs() {
        return registry.costs();
    }

    @Override
    public List<FaultyService> faults() {
        return registry.faults();
    }

    @Override
    public boolean isEveryCallTimed() {
        return registry.isEveryCallTimed();
    }

    @Override
    public void timeEveryCall(boolean every) {
        registry.timeEveryCall(every);
    }
}
