// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.conversation;

import java.io.Serial;

/** A conversation that cannot go on: the peer is silent, gone, or does not keep to the protocol. */
public final class ConversationException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Ends a conversation. Without a stack: hostile peers are cheap.
     *
     * @param reason one line for logs, without anything the peer sent
     */
    public ConversationException(String reason) {
        super(reason, null, false, false);
    }

    /**
     * The reason.
     *
     * @return one line for logs
     */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
