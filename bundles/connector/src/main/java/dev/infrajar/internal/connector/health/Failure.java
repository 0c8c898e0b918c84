// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

/**
 * Something that a backend did not do.
 *
 * @param reason in plain words
 * @param evidence what was missing
 * @param isProbe whether a probe found it, not a session
 */
public record Failure(String reason, Evidence evidence, boolean isProbe) {
    /** A connection that could not be made. */
    public static Failure toConnect(String reason) {
        return new Failure(reason, Evidence.CONNECT, false);
    }
}
