// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LoginStart;
import dev.infrajar.internal.session.handshake.Opening;
import dev.infrajar.internal.session.phase.FrontDoor;
import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.internal.session.phase.OpeningHandler;
import dev.infrajar.internal.session.phase.Rejection;
import dev.infrajar.net.core.StatusReply;
import dev.infrajar.net.transport.ClientConnection;
import dev.infrajar.net.transport.ConnectionAcceptor;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Every accepted connection: starts its first phase, and the flow that its first bytes ask for. */
final class Connections implements ConnectionAcceptor, FrontDoor {
    private final LoginDesk desk;
    private final StatusFlow status;
    private final Executor virtualThreads;
    private final Clock clock;

    Connections(LoginDesk desk, StatusFlow status, Executor virtualThreads, Clock clock) {
        this.desk = desk;
        this.status = status;
        this.virtualThreads = virtualThreads;
        this.clock = clock;
    }

    @Override
    public void accept(ClientConnection connection) {
        connection.channel().pipeline().addLast(new OpeningHandler(this));
    }

    @Override
    public void answerStatus(Channel channel, Handshake handshake, Consumer<StatusReply.Json> answer, Runnable drop) {
        status.answer(channel, handshake, answer, drop);
    }

    @Override
    public void answerLegacyPing(
            Channel channel, Opening.LegacyPing ping, Consumer<StatusReply.Legacy> answer, Runnable drop) {
        status.answerLegacy(channel, ping, answer, drop);
    }

    @Override
    public void rejected(Rejection reason) {
        desk.rejections().count(reason);
    }

    @Override
    public void login(HoldHandler hold, Handshake handshake, LoginStart login) {
        RelayedSession session = new RelayedSession(
                desk.table().nextId(),
                handshake,
                login,
                (InetSocketAddress) hold.channel().remoteAddress(),
                clock.instant());
        virtualThreads.execute(new LoginFlow(desk, hold, handshake, session));
    }
}
