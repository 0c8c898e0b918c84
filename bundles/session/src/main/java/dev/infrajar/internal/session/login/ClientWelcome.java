// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.net.conversation.Conversation;
import dev.infrajar.net.conversation.ConversationException;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.packet.login.LoginSuccess;
import dev.infrajar.net.packet.login.ProfileProperty;
import dev.infrajar.net.packet.login.SetCompression;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Lets a client in whose identity is known: the proxy's own end of a login. Straight-line code for a virtual thread. */
public final class ClientWelcome {
    /** The time for the client's acknowledgement. The vanilla server gives a login as much: 600 ticks. */
    public static final Duration LIMIT = Duration.ofSeconds(30);

    static final String NOT_ACKNOWLEDGED = "the client did something else than acknowledge its login";

    /**
     * Whether the client shall leave at a packet it cannot read; only 1.20.5 to 1.21.1 can be told. Not so: what a plugin sends
     * amiss is no reason to lose the player, and all other versions before them go on too.
     */
    private static final boolean STRICT_ERROR_HANDLING = false;

    private final Conversation client;
    private final int threshold;

    /**
     * A welcome that has not begun.
     *
     * @param client in the login phase; encrypted already, if it is to be
     * @param threshold packets of as many bytes or more are compressed from now on; negative: none. Nothing is for 1.7
     */
    public ClientWelcome(Conversation client, int threshold) {
        this.client = client;
        this.threshold = threshold;
    }

    /**
     * Tells the client that it is in. Blocks for at most {@link #LIMIT}. Afterwards the conversation is in the phase that follows.
     *
     * @param uuid the player's
     * @param name the player's
     * @param properties of the profile, for clients since 1.19
     * @param session the id of the session, for clients since 26.2
     * @throws ConversationException if the client is silent, gone, or does not keep to the protocol
     */
    public void run(UUID uuid, String name, List<ProfileProperty> properties, UUID session)
            throws ConversationException, InterruptedException {
        compress();
        client.send(LoginPackets.SUCCESS, new LoginSuccess(uuid, name, properties, STRICT_ERROR_HANDLING, session));
        if (client.dialect().format(LoginPackets.ACKNOWLEDGED).isEmpty()) {
            client.enter(Phase.PLAY);
            return;
        }
        if (client.receive(LIMIT).as(LoginPackets.ACKNOWLEDGED).isEmpty()) {
            throw new ConversationException(NOT_ACKNOWLEDGED);
        }
        client.enter(Phase.CONFIGURATION);
    }

    private void compress() throws ConversationException {
        if (threshold >= 0
                && client.dialect().format(LoginPackets.SET_COMPRESSION).isPresent()) {
            client.send(LoginPackets.SET_COMPRESSION, new SetCompression(threshold));
            client.compress(threshold);
        }
    }
}
