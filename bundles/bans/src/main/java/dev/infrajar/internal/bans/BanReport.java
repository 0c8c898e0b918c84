// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.internal.bans.store.Ban;
import dev.infrajar.internal.bans.store.Changed;
import dev.infrajar.internal.bans.store.Target;
import dev.infrajar.net.core.ConsoleWriter;
import java.time.Instant;
import java.util.List;

/** What the commands answer. */
final class BanReport {
    /** The source of what is done at the console. */
    static final String CONSOLE = "console";

    private static final List<String> HEADER = List.of("TARGET", "TYPE", "REMAINING", "REASON", "SOURCE");
    private static final String NONE = "-";

    private BanReport() {}

    static void issued(Bans.Issued issued, Instant now, ConsoleWriter out) {
        Ban ban = issued.ban();
        out.println(ban.target() + " is banned " + howLong(ban, now) + reason(ban));
        issued.changed()
                .before()
                .ifPresent(before -> out.println(before.target() + " was banned " + howLong(before, now)
                        + reason(before) + "; this replaces it"));
        if (issued.dropped() > 0) {
            out.println(issued.dropped() == 1 ? "1 player was dropped." : issued.dropped() + " players were dropped.");
        } else {
            out.println("Nobody online is affected.");
        }
        unsaved(issued.changed(), out);
    }

    static void lifted(Target target, Changed changed, ConsoleWriter out) {
        out.println(target + (changed.before().isPresent() ? " is no longer banned." : " is not banned."));
        unsaved(changed, out);
    }

    static void list(List<Ban> bans, Instant now, ConsoleWriter out) {
        if (!bans.isEmpty()) {
            out.table(HEADER, bans.stream().map(ban -> row(ban, now)).toList());
        }
        out.println(bans.size() == 1 ? "1 ban" : bans.size() + " bans");
    }

    static void details(Ban ban, Instant now, ConsoleWriter out) {
        out.println("Target:    " + ban.target() + " (" + ban.target().kind() + ")");
        out.println("Reason:    " + ban.reason().orElse(NONE));
        out.println("Source:    " + ban.source());
        out.println("Created:   " + ban.createdAt().map(Instant::toString).orElse(NONE));
        out.println("Expires:   " + ban.expiresAt().map(Instant::toString).orElse("never"));
        out.println("Remaining: " + Remaining.of(ban, now));
    }

    private static List<String> row(Ban ban, Instant now) {
        return List.of(
                ban.target().toString(),
                ban.target().kind(),
                Remaining.of(ban, now),
                ban.reason().orElse(NONE),
                ban.source());
    }

    private static String howLong(Ban ban, Instant now) {
        return ban.expiresAt()
                .map(end -> "for " + Remaining.of(ban, now) + ", until " + end)
                .orElse("permanently");
    }

    private static String reason(Ban ban) {
        return ban.reason().map(text -> ": " + text).orElse(", without a reason");
    }

    private static void unsaved(Changed changed, ConsoleWriter out) {
        changed.unsaved()
                .ifPresent(reason -> out.println("NOT SAVED: " + reason
                        + ". It counts until the proxy stops; saving is tried again with the next change and purge."));
    }
}
