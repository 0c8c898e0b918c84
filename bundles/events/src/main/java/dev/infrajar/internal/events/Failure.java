// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

/**
 * Why a call into a plugin failed. Texts only: an exception object would keep the plugin's classes alive.
 *
 * @param reason one line
 * @param trace lines that show where, empty when there is nothing to show
 * @param counts whether it brings the listener nearer to its quarantine: an overload does not, or whoever sends enough
 *     pings could switch a plugin off
 */
record Failure(String reason, String trace, boolean counts) {
    static Failure of(String reason) {
        return new Failure(reason, "", true);
    }

    static Failure overload(String reason) {
        return new Failure(reason, "", false);
    }
}
