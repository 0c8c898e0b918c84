// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import dev.infrajar.net.admission.Gate;
import dev.infrajar.net.admission.LoginAttempt;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.ClientConnection;

/** A gate that fails at every moment. */
public final class ThrowingGate implements Gate {
    private static Verdict fail() {
        throw new NoClassDefFoundError("planted");
    }

    @Override
    public Verdict connection(ClientConnection connection) {
        return fail();
    }

    @Override
    public Verdict request(ClientConnection connection, RequestKind kind) {
        return fail();
    }

    @Override
    public Verdict server(ClientConnection connection, RequestKind kind, ServerDefinition server) {
        return fail();
    }

    @Override
    public Verdict login(ClientConnection connection, LoginAttempt login) {
        return fail();
    }
}
