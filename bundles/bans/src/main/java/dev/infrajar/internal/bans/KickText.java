// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.internal.bans.store.Ban;
import java.time.Instant;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.legacy.LegacyComponentSerializer;

/** What a banned player reads: the reason, an empty line, and how long it lasts. */
final class KickText {
    private static final String NO_REASON = "Banned by administrator";

    private KickText() {}

    /** Section-sign codes in the reason are style, as in the other texts of the configuration. */
    static Component of(Ban ban, Instant now) {
        Component reason = LegacyComponentSerializer.legacySection()
                .deserialize(ban.reason().filter(text -> !text.isBlank()).orElse(NO_REASON));
        String end = ban.expiresAt().isEmpty() ? "This ban is permanent." : "Time left: " + Remaining.of(ban, now);
        return Component.text()
                .append(reason)
                .append(Component.text("\n\n" + end))
                .build();
    }
}
