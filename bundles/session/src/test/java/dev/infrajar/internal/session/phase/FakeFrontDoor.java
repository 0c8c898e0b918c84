// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LoginStart;
import dev.infrajar.internal.session.handshake.Opening;
import dev.infrajar.net.core.StatusReply;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes down what the phases ask for; answers when the test says so. */
final class FakeFrontDoor implements FrontDoor {
    final List<Rejection> rejected = new ArrayList<>();
    final List<Handshake> asked = new ArrayList<>();
    final List<LoginStart> logins = new ArrayList<>();
    final List<Opening.LegacyPing> legacyPings = new ArrayList<>();

    @Nullable
    Consumer<StatusReply.Json> pendingStatus;

    @Nullable
    Consumer<StatusReply.Legacy> pendingLegacy;

    @Nullable
    HoldHandler held;

    void answerStatus(String json) {
        Consumer<StatusReply.Json> pending = pendingStatus;
        if (pending == null) {
            throw new AssertionError("nobody has asked for a status");
        }
        pending.accept(StatusReply.Json.of(json));
    }

    @Override
    public void answerStatus(Channel channel, Handshake handshake, Consumer<StatusReply.Json> answer, Runnable drop) {
        asked.add(handshake);
        pendingStatus = answer;
    }

    @Override
    public void answerLegacyPing(
            Channel channel, Opening.LegacyPing ping, Consumer<StatusReply.Legacy> answer, Runnable drop) {
        legacyPings.add(ping);
        pendingLegacy = answer;
    }

    @Override
    public void login(HoldHandler hold, Handshake handshake, LoginStart login) {
        logins.add(login);
        held = hold;
    }

    @Override
    public void rejected(Rejection reason) {
        rejected.add(reason);
    }
}
