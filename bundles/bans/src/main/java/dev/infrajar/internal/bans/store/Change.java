// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import java.util.Optional;

/**
 * What somebody wants changed.
 *
 * @param target about whom
 * @param ban the new ban; empty to lift what there is
 * @param audit what is written down of it, if anything is
 */
record Change(Target target, Optional<Ban> ban, Optional<AuditEntry> audit) {
    void applyTo(BanDocument document) {
        ban.ifPresentOrElse(document::put, () -> document.remove(target));
        audit.ifPresent(document::add);
    }
}
