// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A ban.
 *
 * @param target who must not join
 * @param reason shown to the player, if one was given
 * @param createdAt when it was made, in whole seconds; empty where the file does not say
 * @param expiresAt the first moment at which it no longer counts, in whole seconds; empty for ever
 * @param source who made it, for example {@code console}
 */
public record Ban(
        Target target,
        Optional<String> reason,
        Optional<Instant> createdAt,
        Optional<Instant> expiresAt,
        String source) {
    /**
     * Whether it counts.
     *
     * @param now the time
     * @return {@code false} from its expiry on
     */
    public boolean isInForce(Instant now) {
        return expiresAt.isEmpty() || now.isBefore(expiresAt.get());
    }

    /** Whether it ends later than another. */
    boolean outlasts(Ban other) {
        return other.expiresAt.isPresent()
                && (expiresAt.isEmpty() || expiresAt.get().isAfter(other.expiresAt.get()));
    }
}
