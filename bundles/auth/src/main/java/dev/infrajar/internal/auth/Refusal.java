// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import dev.infrajar.net.identity.Authentication;
import net.kyori.adventure.text.Component;

/** Why a player is not let in: what it reads, and what it can do. */
enum Refusal {
    /** The session server knows nothing of the login. */
    NOT_JOINED(
            "without a valid session",
            "You are not logged in with a valid session. Restart your game and launcher, then join again."),

    /** It cannot be asked. */
    UNAVAILABLE(
            "the session server did not answer",
            "The session servers cannot be reached, so nobody can tell who you are. Please try again later."),

    /** Too many others are asking. */
    BUSY(
            "max_concurrent others were asking",
            "Too many players are logging in at the moment. Please try again in a moment."),

    /** What the client has encrypted is not what was asked for. */
    BROKEN_ENCRYPTION(
            "wrong secret or token", "The encryption of your connection failed. Restart your game, then join again."),

    /** The client has sent something else. */
    UNEXPECTED_PACKET(
            "another packet than the encryption response",
            "Your client did not answer as expected. Remove what changes its login, then join again."),

    /** The bundle with the ciphers is being replaced. */
    NO_ENCRYPTION("no bundle encrypts", "The proxy is being updated, please join again in a moment.");

    private final String summary;
    private final String text;

    Refusal(String summary, String text) {
        this.summary = summary;
        this.text = text;
    }

    /** A few words for operators. */
    String summary() {
        return summary;
    }

    Authentication because(String reason) {
        return new Authentication.Refused(Component.text(text), reason);
    }
}
