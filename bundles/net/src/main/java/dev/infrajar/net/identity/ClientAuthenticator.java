// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.identity;

import dev.infrajar.net.conversation.Conversation;
import dev.infrajar.net.conversation.ConversationException;
import org.osgi.annotation.versioning.ProviderType;

/** Has clients prove who they are: the part of a login between login start and login success. A service; thread-safe. */
@ProviderType
public interface ClientAuthenticator {
    /**
     * Asks the client for encryption, switches it on, and asks the session server about the player. Blocks, for virtual
     * threads only; every wait has a deadline.
     *
     * @param client in the login phase, its login start taken; the caller keeps it, and closes it. From the
     *     moment its secret is known it is encrypted, so that it can read why it is refused
     * @param login what the login start said
     * @return who it is, or why not
     * @throws ConversationException if the client is silent, gone, or does not keep to the protocol
     * @throws InterruptedException if the thread was interrupted: nobody waits for the result any more
     */
    Authentication authenticate(Conversation client, ClientLogin login)
            throws ConversationException, InterruptedException;
}
