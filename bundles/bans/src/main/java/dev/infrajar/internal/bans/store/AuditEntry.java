// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of the audit log.
 *
 * @param action what was done
 * @param target to whom
 * @param reason of the ban, if it has one
 * @param source who did it
 * @param timestamp when, in whole seconds
 */
record AuditEntry(Action action, Target target, Optional<String> reason, String source, Instant timestamp) {
    /** What can be done. */
    enum Action {
        BAN,
        UNBAN,
        EXPIRED;

        /** The word in the file. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
