// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.internal.bans.store.Ban;
import dev.infrajar.internal.bans.store.BanIndex;
import dev.infrajar.internal.bans.store.Target;
import dev.infrajar.net.admission.Gate;
import dev.infrajar.net.admission.LoginAttempt;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.transport.ClientConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Keeps out who is banned. A banned address is closed without a word before it has sent anything; a banned player reads
 * why.
 */
final class BanGate implements Gate {
    private static final Verdict CLOSED = new Verdict.Drop("banned address");

    private final Supplier<BanIndex> bans;
    private final InstantSource clock;

    BanGate(Supplier<BanIndex> bans, InstantSource clock) {
        this.bans = bans;
        this.clock = clock;
    }

    @Override
    public Verdict connection(ClientConnection connection) {
        return bans.get()
                        .find(connection.client().getAddress(), clock.instant())
                        .isPresent()
                ? CLOSED
                : Verdict.PASS;
    }

    /** Asks for the address too: it may have been banned since the connection was let in. */
    @Override
    public Verdict login(ClientConnection connection, LoginAttempt login) {
        Instant now = clock.instant();
        return bans.get()
                .find(connection.client().getAddress(), login.name(), login.uuid(), now)
                .<Verdict>map(ban -> new Verdict.Refuse(KickText.of(ban, now), reason(ban)))
                .orElse(Verdict.PASS);
    }

    /** A few constant words for logs and counters. */
    static String reason(Ban ban) {
        return switch (ban.target()) {
            case Target.Address _ -> "banned address";
            case Target.Name _ -> "banned name";
            case Target.Id _ -> "banned UUID";
        };
    }
}
