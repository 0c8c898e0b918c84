// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.intercept.TappedPacket.Held;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds a packet while plugins decide about it. */
final class HeldQuestion {
    private static final Logger LOG = LoggerFactory.getLogger(HeldQuestion.class);

    private HeldQuestion() {}

    /**
     * Holds a packet and all behind it. On the event loop; returns at once.
     *
     * @param packet the packet
     * @param limit how long at most
     * @param otherwise what becomes of it then
     * @param question asks; runs on a virtual thread, one for each held packet: there is one in each direction of a session
     */
    static void ask(TappedPacket packet, Duration limit, Verdict otherwise, Supplier<Verdict> question) {
        Held held = packet.hold(limit, otherwise.decision());
        Thread.ofVirtual().name("packet-listeners").start(() -> answer(question, otherwise)
                .apply(held));
    }

    private static Verdict answer(Supplier<Verdict> question, Verdict otherwise) {
        try {
            return question.get();
        } catch (RuntimeException e) { // an answer that cannot be written
            LOG.warn("The answer about a packet cannot be used", e);
            return otherwise;
        }
    }
}
