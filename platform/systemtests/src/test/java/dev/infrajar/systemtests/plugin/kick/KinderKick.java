// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.plugin.kick;

import dev.infrajar.api.event.KickedDecision;
import dev.infrajar.api.event.KickedEvent;
import dev.infrajar.api.event.KickedListener;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.plain.PlainTextComponentSerializer;

/** Adds a word to what servers say to those whom they kick; those called Rude get no word. */
@org.osgi.service.component.annotations.Component
public final class KinderKick implements KickedListener {
    @Override
    public KickedDecision onKicked(KickedEvent event) {
        String reason = PlainTextComponentSerializer.plainText().serialize(event.reason());
        return event.player().name().equals("Rude")
                ? KickedDecision.pass()
                : KickedDecision.disconnect(Component.text(reason + ", please"));
    }
}
