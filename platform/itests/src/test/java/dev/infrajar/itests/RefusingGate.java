// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import dev.infrajar.net.admission.Gate;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.ClientConnection;
import net.kyori.adventure.text.Component;

/** A gate that keeps players off a server and lets pings pass. */
public final class RefusingGate implements Gate {
    @Override
    public Verdict server(ClientConnection connection, RequestKind kind, ServerDefinition server) {
        return kind == RequestKind.LOGIN && server.id().equals("splice")
                ? new Verdict.Refuse(Component.text("not through this gate"), "refused by the test")
                : Verdict.PASS;
    }
}
