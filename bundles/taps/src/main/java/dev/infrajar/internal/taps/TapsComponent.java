// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.core.CallCosts;
import dev.infrajar.net.core.FaultyService;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.intercept.PacketTapFactory;
import dev.infrajar.net.intercept.TapChain;
import dev.infrajar.net.intercept.TapChains;
import dev.infrajar.net.intercept.TapInterest;
import dev.infrajar.net.intercept.TapOwner;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.packet.Dialects;
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
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the factories of taps out of the service registry. When it is stopped, running sessions are without taps until another is there. */
@Component(service = {TapChains.class, CallCosts.class})
public final class TapsComponent implements TapChains, CallCosts {
    private static final Logger LOG = LoggerFactory.getLogger(TapsComponent.class);

    private final TapRegistry registry = new TapRegistry();

    /** Begins without factories: they are bound one by one. */
    @Activate
    public TapsComponent() {}

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindDialects(Dialects dialects) {
        registry.speak(dialects);
    }

    void unbindDialects(Dialects dialects) {
        registry.forget(dialects);
    }

    @Reference(
            service = PacketTapFactory.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "changeFactory")
    void addFactory(ComponentServiceObjects<PacketTapFactory> service) {
        ServiceReference<PacketTapFactory> reference = service.getServiceReference();
        Bundle bundle = reference.getBundle();
        if (bundle != null) { // null: it has gone already
            Origin registrar = new Origin(String.valueOf(bundle.getSymbolicName()), bundle.getBundleId());
            Origin origin = owner(reference).orElse(registrar);
            registry.put(
                    new Candidate<>(id(reference), origin, properties(reference), obtain(service, origin)), registrar);
        }
    }

    void changeFactory(ServiceReference<PacketTapFactory> reference) {
        registry.change(id(reference), properties(reference));
    }

    void removeFactory(ServiceReference<PacketTapFactory> reference) {
        registry.remove(id(reference));
    }

    private static Optional<PacketTapFactory> obtain(ComponentServiceObjects<PacketTapFactory> service, Origin origin) {
        try {
            return Optional.ofNullable(service.getService());
        } catch (Throwable t) { // a constructor of a plugin may throw anything
            LOG.warn(
                    "Plugin {}: a tap factory could not be created: {}",
                    origin.bundle(),
                    ThrownText.of(t).reason());
            return Optional.empty();
        }
    }

    private static Optional<Origin> owner(ServiceReference<?> reference) {
        return reference.getProperty(TapOwner.BUNDLE) instanceof String owner
                        && reference.getProperty(TapOwner.BUNDLE_ID) instanceof Long ownerId
                ? Optional.of(new Origin(owner, ownerId))
                : Optional.empty();
    }

    private static long id(ServiceReference<?> reference) {
        return reference.getProperty(Constants.SERVICE_ID) instanceof Long number ? number : -1;
    }

    private static Map<String, Object> properties(ServiceReference<?> reference) {
        Map<String, Object> properties = new HashMap<>();
        for (String key : reference.getPropertyKeys()) {
            Object value = reference.getProperty(key);
            if (value != null && key.startsWith(TapInterest.PREFIX_)) { // others may be objects of the plugin
                properties.put(key, value);
            }
        }
        return properties;
    }

    @Override
    public TapChain open(TapSession session) {
        return registry.open(session);
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
