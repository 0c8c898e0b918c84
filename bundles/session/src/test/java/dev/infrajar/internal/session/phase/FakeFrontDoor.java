// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LoginStart;
import dev.infrajar.internal.session.handshake.Opening;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.core.StatusReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes down what the phases ask for; answers when the test says so. */
final class FakeFrontDoor implements FrontDoor {
    final List<Rejection> rejected = new ArrayList<>();
    final List<RequestKind> requests = new ArrayList<>();
    final List<Handshake> asked = new ArrayList<>();
    final List<LoginStart> logins = new ArrayList<>();
    final List<Opening.LegacyPing> legacyPings = new ArrayList<>();

    volatile Verdict verdict = Verdict.PASS;

    /** What a ping gets at once; empty: its answer waits for the test. */
    volatile Optional<StatusReply.Json> ready = Optional.empty();

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
    public Verdict request(RequestKind kind) {
        requests.add(kind);
        return verdict;
    }

    @Override
    public void answerStatus(Handshake handshake, Consumer<StatusReply.Json> answer, Runnable drop) {
        asked.add(handshake);
        pendingStatus = answer;
        ready.ifPresent(answer);
    }

    @Override
    public void answerLegacyPing(Opening.LegacyPing ping, Consumer<StatusReply.Legacy> answer, Runnable drop) {
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
