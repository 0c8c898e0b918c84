// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.gate;

import dev.infrajar.internal.session.player.Intake;
import dev.infrajar.net.admission.Gate;
import java.util.Map;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Collects the gates of all bundles. */
@Component(service = GateRegistry.class)
public final class GateRegistry {
    private final Gates gates;
    private final Entrance entrance;

    /** Called by Declarative Services. */
    @Activate
    public GateRegistry(@Reference Rejections rejections, @Reference Intake intake) {
        gates = new Gates(rejections);
        entrance = new Entrance(gates, intake, rejections);
    }

    /** Asks the gates that are there at the moment of asking. */
    public Entrance entrance() {
        return entrance;
    }

    @Reference(service = Gate.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addGate(Gate gate, ServiceReference<Gate> reference, Map<String, Object> properties) {
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        long serviceId = properties.get(Constants.SERVICE_ID) instanceof Long number ? number : Long.MAX_VALUE;
        gates.add(gate, reference.getBundle().getSymbolicName(), ranking, serviceId);
    }

    void removeGate(Gate gate) {
        gates.remove(gate);
    }
}
