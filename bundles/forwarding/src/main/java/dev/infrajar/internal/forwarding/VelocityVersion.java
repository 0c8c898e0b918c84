// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import dev.infrajar.net.identity.ForwardedPlayer;
import dev.infrajar.net.wire.Bytes;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.Unpooled;

/** The forms of the payload, as backends number them. */
enum VelocityVersion {
    /** Address, UUID, name, properties. */
    PLAIN(1),
    /** And the player's key, of 1.19. */
    WITH_KEY(2),
    /** And the player's key, of 1.19.1 and 1.19.2, which is bound to a UUID. */
    WITH_LINKED_KEY(3),
    /** As {@link #PLAIN}: the key comes later from the client, since 1.19.3. */
    LAZY_SESSION(4);

    /** The protocol number of 1.19.1: keys are bound to a UUID. */
    private static final int LINKED_KEYS = 760;

    /** The protocol number of 1.19.3: keys come after the login. */
    private static final int LAZY_KEYS = 761;

    private final int number;

    VelocityVersion(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /**
     * The form for an answer.
     *
     * @param question the newest that the backend reads; nothing: the first
     * @param player what there is to tell
     */
    static VelocityVersion of(Bytes question, ForwardedPlayer player) {
        int newest = newest(question);
        if (player.protocol() >= LAZY_KEYS) {
            return LAZY_SESSION.orPlain(newest);
        }
        if (player.key().isEmpty()) {
            return PLAIN;
        }
        return (player.protocol() >= LINKED_KEYS ? WITH_LINKED_KEY : WITH_KEY).orPlain(newest);
    }

    private VelocityVersion orPlain(int newest) {
        return number <= newest ? this : PLAIN;
    }

    private static int newest(Bytes question) {
        try {
            return question.length() == 0 ? PLAIN.number : VarInts.read(Unpooled.wrappedBuffer(question.toArray()));
        } catch (WireException _) {
            // Whatever it is, it has the first form.
            return PLAIN.number;
        }
    }
}
