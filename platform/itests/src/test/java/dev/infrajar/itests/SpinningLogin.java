// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import dev.infrajar.api.event.LoginDecision;
import dev.infrajar.api.event.LoginEvent;
import dev.infrajar.api.event.LoginListener;

/** A plugin's listener that never answers for some players and does not listen to interrupts. */
public final class SpinningLogin implements LoginListener {
    @Override
    public LoginDecision onLogin(LoginEvent event) {
        while (event.player().name().startsWith("spin")) {
            Thread.onSpinWait();
        }
        return LoginDecision.allow();
    }
}
