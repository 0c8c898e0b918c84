// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/** Decides about a login, once per session, before a backend is chosen for good. */
@ConsumerType
public interface LoginListener {
    /**
     * Called when a client's login start was read and its host leads to a server.
     *
     * @param event who wants to log in, and where to
     * @return the decision; a {@link LoginDecision.Deny} ends the chain, a {@link LoginDecision.Redirect} is seen by the
     *     listeners after this one
     */
    LoginDecision onLogin(LoginEvent event);
}
