// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.plugin.proof;

import dev.infrajar.api.event.LoginDecision;
import dev.infrajar.api.event.LoginEvent;
import dev.infrajar.api.event.LoginListener;
import org.osgi.service.component.annotations.Component;

/** Those whose name begins with Prove have to, those whose name begins with Trust need not, whatever the server says. */
@Component
public final class ProofByName implements LoginListener {
    @Override
    public LoginDecision onLogin(LoginEvent event) {
        String name = event.player().name();
        if (name.startsWith("Prove")) {
            return LoginDecision.forceOnline();
        }
        return name.startsWith("Trust") ? LoginDecision.forceOffline() : LoginDecision.allow();
    }
}
