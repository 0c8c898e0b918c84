// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.intercept.TapChain;

/** A registry that speaks one version, a plugin and a session. */
final class TapStage implements AutoCloseable {
    final TapRegistry registry = new TapRegistry();
    final Factories plugin = new Factories(registry);
    final FakeDialects dialects = new FakeDialects();
    final FakeSession session = new FakeSession();

    TapStage() {
        registry.speak(dialects);
    }

    TapChain open() {
        return session.onLoop(() -> registry.open(session));
    }

    FakePacket show(TapChain chain, int id) {
        FakePacket packet = FakePacket.clientbound(id);
        session.onLoop(() -> chain.packet(packet));
        return packet;
    }

    ListenerCost cost(String id) {
        return registry.costs().stream()
                .filter(cost -> cost.listener().equals("tap " + id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        session.close();
    }
}
