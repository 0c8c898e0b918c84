// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LoginStart;
import dev.infrajar.internal.session.handshake.Opening;
import dev.infrajar.net.core.StatusReply;
import io.netty.channel.Channel;
import java.util.function.Consumer;

/** Where the phases take a connection when they know what it wants. Called on its event loop; never blocks. */
public interface FrontDoor {
    /**
     * Answers a ping.
     *
     * @param channel the client
     * @param handshake what it sent
     * @param answer takes the answer, on the event loop, perhaps before this method returns
     * @param drop called instead, on the event loop, when the client is to get no answer
     */
    void answerStatus(Channel channel, Handshake handshake, Consumer<StatusReply.Json> answer, Runnable drop);

    /**
     * Answers a legacy ping.
     *
     * @param channel the client
     * @param ping what it sent
     * @param answer takes the answer, on the event loop, perhaps before this method returns
     * @param drop called instead, on the event loop, when the client is to get no answer
     */
    void answerLegacyPing(Channel channel, Opening.LegacyPing ping, Consumer<StatusReply.Legacy> answer, Runnable drop);

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
