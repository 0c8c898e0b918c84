// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import net.kyori.adventure.text.Component;

/** A step of a login has ended it; player and log have been told. */
final class LoginOver extends Exception {
    private static final long serialVersionUID = 1L;

    LoginOver() {
        super("the login is over", null, false, false);
    }

    /** Tells them. */
    static LoginOver refusing(Login login, Component text, String reason) {
        login.refuse(text, reason);
        return new LoginOver();
    }
}
