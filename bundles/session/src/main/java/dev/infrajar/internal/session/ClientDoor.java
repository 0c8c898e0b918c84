// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.internal.session.gate.Entrance;
import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LoginStart;
import dev.infrajar.internal.session.handshake.Opening;
import dev.infrajar.internal.session.login.Logins;
import dev.infrajar.internal.session.phase.FrontDoor;
import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.internal.session.phase.Rejection;
import dev.infrajar.internal.session.status.StatusFlow;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.core.StatusReply;
import dev.infrajar.net.transport.ClientConnection;
import java.util.function.Consumer;

/**
 * The front door as one connection finds it: its phases need not know who it is from.
 *
 * @param connection the connection
 * @param entrance who may come in
 * @param status answers pings
 * @param logins begins logins
 */
record ClientDoor(ClientConnection connection, Entrance entrance, StatusFlow status, Logins logins)
        implements FrontDoor {
    @Override
    public Verdict request(RequestKind kind) {
        return entrance.request(connection, kind);
    }

    @Override
    public void answerStatus(Handshake handshake, Consumer<StatusReply.Json> answer, Runnable drop) {
        status.answer(connection, handshake, answer, drop);
    }

    @Override
    public void answerLegacyPing(Opening.LegacyPing ping, Consumer<StatusReply.Legacy> answer, Runnable drop) {
        status.answerLegacy(connection, ping, answer, drop);
    }

    @Override
    public void login(HoldHandler hold, Handshake handshake, LoginStart login) {
        logins.begin(connection, hold, handshake, login);
    }

    @Override
    public void rejected(Rejection reason) {
        entrance.rejections().count(reason);
    }
}
