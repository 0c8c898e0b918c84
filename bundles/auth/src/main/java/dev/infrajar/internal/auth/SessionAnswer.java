// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import dev.infrajar.net.identity.GameProfile;

/** What the session server said, or why it said nothing. */
sealed interface SessionAnswer {
    /** It is this player. */
    record Joined(GameProfile profile) implements SessionAnswer {}

    /** It knows nothing of such a login. */
    record NotJoined() implements SessionAnswer {}

    /** Too many others were asking until the deadline. */
    record Busy() implements SessionAnswer {}

    /**
     * It did not answer as it should.
     *
     * @param reason for logs
     */
    record Unavailable(String reason) implements SessionAnswer {}
}
