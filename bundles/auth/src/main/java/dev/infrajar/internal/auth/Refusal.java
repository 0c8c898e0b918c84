// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import dev.infrajar.net.identity.Authentication;
import net.kyori.adventure.text.Component;

/** Why a player is not let in: what it reads, and what it can do. */
enum Refusal {
    /** The session server knows nothing of the login. */
    NOT_JOINED("You are not logged in with a valid session. Restart your game and launcher, then join again."),

    /** It cannot be asked. */
    UNAVAILABLE("The session servers cannot be reached, so nobody can tell who you are. Please try again later."),

    /** Too many others are asking. */
    BUSY("Too many players are logging in at the moment. Please try again in a moment."),

    /** What the client has encrypted is not what was asked for. */
    BROKEN_ENCRYPTION("The encryption of your connection failed. Restart your game, then join again."),

    /** The client has sent something else. */
    UNEXPECTED_PACKET("Your client did not answer as expected. Remove what changes its login, then join again."),

    /** The bundle with the ciphers is being replaced. */
    NO_ENCRYPTION("The proxy is being updated, please join again in a moment.");

    private final String text;

    Refusal(String text) {
        this.text = text;
    }

    Authentication because(String reason) {
        return new Authentication.Refused(Component.text(text), reason);
    }
}
