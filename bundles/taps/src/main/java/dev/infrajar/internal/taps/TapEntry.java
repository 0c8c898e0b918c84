// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.PacketTapFactory;
import dev.infrajar.net.intercept.TapOwner;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.whiteboard.CallOrder;
import dev.infrajar.net.whiteboard.Candidate;
import java.util.List;
import java.util.Optional;

/** A factory that is used. */
final class TapEntry implements CallOrder.Placed {
    /** Takes the place of a tap that must not be passed by and cannot be asked. */
    private static final PacketTap DROPS = packet -> packet.drop();

    private final Candidate<PacketTapFactory> candidate;
    private final PacketTapFactory factory;
    private final TapDeclaration declaration;
    private final TapMeter meter;

    /**
     * An entry.
     *
     * @param candidate the service
     * @param factory its object
     * @param declaration what it wants
     * @param meter counts for all sessions
     */
    TapEntry(
            Candidate<PacketTapFactory> candidate,
            PacketTapFactory factory,
            TapDeclaration declaration,
            TapMeter meter) {
        this.candidate = candidate;
        this.factory = factory;
        this.declaration = declaration;
        this.meter = meter;
    }

    @Override
    public String id() {
        return declaration.id();
    }

    @Override
    public List<String> before() {
        return declaration.before();
    }

    @Override
    public List<String> after() {
        return declaration.after();
    }

    @Override
    public int priority() {
        return declaration.priority();
    }

    @Override
    public long serviceId() {
        return candidate.serviceId();
    }

    Candidate<PacketTapFactory> candidate() {
        return candidate;
    }

    TapDeclaration declaration() {
        return declaration;
    }

    TapMeter meter() {
        return meter;
    }

    /** Whether sessions need to know it: a quarantined tap that must not be passed by still stops packets. */
    boolean isInUse() {
        return !meter.isQuarantined() || !declaration.failOpen();
    }

    /** Makes the tap of a session; empty if the factory wants none, or failed and may be passed by. */
    Optional<PacketTap> create(TapSession session) {
        if (meter.isQuarantined()) {
            return fallback();
        }
        try {
            return factory.create(session).filter(PacketTap.class::isInstance);
        } catch (Throwable t) { // LinkageError and the like are the plugin's too
            meter.failed(t);
            return fallback();
        }
    }

    /** What is there in the place of a tap that is out of use. */
    Optional<PacketTap> fallback() {
        return declaration.failOpen() ? Optional.empty() : Optional.of(DROPS);
    }

    ListenerCost cost() {
        ListenerCost cost = meter.cost(
                candidate.origin(),
                "tap " + id(),
                declaration.kinds().stream().map(String::valueOf).toList());
        return candidate.properties().containsKey(TapOwner.BUNDLE) ? cost.ofListener() : cost;
    }
}
