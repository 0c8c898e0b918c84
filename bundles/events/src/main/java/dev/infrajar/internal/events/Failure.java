// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.net.whiteboard.ThrownText;

/**
 * Why a call into a plugin failed. Texts only: an exception object would keep the plugin's classes alive.
 *
 * @param reason one line
 * @param trace lines that show where, empty when there is nothing to show
 * @param counts whether it brings the listener nearer to its quarantine: an overload does not, or whoever sends enough
 *     pings could switch a plugin off
 */
record Failure(String reason, String trace, boolean counts) {
    /** Runs methods of the plugin's exception: on the plugin's threads only. */
    static Failure of(Throwable thrown) {
        ThrownText text = ThrownText.of(thrown);
        return new Failure(text.reason(), text.trace(), true);
    }

    static Failure of(String reason) {
        return new Failure(reason, "", true);
    }

    static Failure overload(String reason) {
        return new Failure(reason, "", false);
    }
}
