// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.gate;

import dev.infrajar.net.admission.Gate;
import dev.infrajar.net.admission.LoginAttempt;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.ClientConnection;
import java.util.ArrayList;
import java.util.List;
import net.kyori.adventure.text.Component;

/** Writes down what it is asked, and keeps out at one moment. */
public final class FakeGate implements Gate {
    public static final Verdict.Refuse REFUSAL = new Verdict.Refuse(Component.text("not you"), "refused by the test");
    public static final Verdict.Drop DROP = new Verdict.Drop("dropped by the test");

    public final List<String> asked = new ArrayList<>();
    private final String moment;
    private final Verdict verdict;

    /** Lets everybody pass. */
    public FakeGate() {
        this("never", Verdict.PASS);
    }

    /** A gate whose answer at one moment, or at one server, is this verdict. */
    public FakeGate(String moment, Verdict verdict) {
        this.moment = moment;
        this.verdict = verdict;
    }

    private Verdict at(String now) {
        asked.add(now);
        return now.equals(moment) ? verdict : Verdict.PASS;
    }

    @Override
    public Verdict connection(ClientConnection connection) {
        return at("connection " + connection.client().getAddress().getHostAddress());
    }

    @Override
    public Verdict request(ClientConnection connection, RequestKind kind) {
        return at("request " + kind);
    }

    @Override
    public Verdict server(ClientConnection connection, RequestKind kind, ServerDefinition server) {
        return at("server " + kind + " " + server.id());
    }

    @Override
    public Verdict login(ClientConnection connection, LoginAttempt login) {
        return at("login " + login.name() + " " + login.server().id());
    }
}
