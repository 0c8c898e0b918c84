// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import io.netty.channel.Channel;

/** What trying one address gave. */
sealed interface Attempt {
    /** Ends the connection of one that stands, because nobody wants it any more. */
    default void close() {
        if (this instanceof Stands stands) {
            stands.channel().close();
        }
    }

    /**
     * The connection stands; a PROXY header that is wanted has been written.
     *
     * @param channel the connection
     * @param connectNanos how long the socket took
     */
    record Stands(Channel channel, long connectNanos) implements Attempt {}

    /**
     * No channel is left.
     *
     * @param reason in plain words
     * @param fault whose fault it was
     */
    record Failed(String reason, Fault fault) implements Attempt {}

    /** Whose fault it was that a connection does not stand. */
    enum Fault {
        /** The machine is there, and nothing listens at the port. */
        REFUSED,
        /** The backend's, or the network's on the way to it. */
        BACKEND,
        /** The proxy's: it is out of descriptors or ports, or our side closed. */
        PROXY,
        /** Nobody's: another attempt found it to be down, and there is somewhere else to go. */
        GIVEN_UP
    }
}
