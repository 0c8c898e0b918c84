// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LoginStart;
import dev.infrajar.internal.session.handshake.Opening;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.core.StatusReply;
import java.util.function.Consumer;

/** Where the phases of one connection take it when they know what it wants. Called on its event loop; never blocks. */
public interface FrontDoor {
    /**
     * Whether a client may have what it wants. Asked once, when its first packet is complete; who is turned away has been
     * counted.
     *
     * @param kind what it wants
     * @return the verdict
     */
    Verdict request(RequestKind kind);

    /**
     * Answers a ping.
     *
     * @param handshake what it sent
     * @param answer takes the answer, on the event loop, perhaps before this method returns
     * @param drop called instead, on the event loop, when the client is to get no answer; that has been counted
     */
    void answerStatus(Handshake handshake, Consumer<StatusReply.Json> answer, Runnable drop);

    /**
     * Answers a legacy ping.
     *
     * @param ping what it sent
     * @param answer takes the answer, on the event loop, perhaps before this method returns
     * @param drop called instead, on the event loop, when the client is to get no answer; that has been counted
     */
    void answerLegacyPing(Opening.LegacyPing ping, Consumer<StatusReply.Legacy> answer, Runnable drop);

    /**
     * Lets a player in, or not.
     *
     * @param hold the connection, held still
     * @param handshake the handshake
     * @param login the login start, which is still among the received bytes
     */
    void login(HoldHandler hold, Handshake handshake, LoginStart login);

    /**
     * Counts a connection that was ended without an answer.
     *
     * @param reason why
     */
    void rejected(Rejection reason);
}
