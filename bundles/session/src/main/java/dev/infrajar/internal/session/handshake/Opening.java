// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.handshake;

/** What the first bytes of a connection turned out to be. */
public sealed interface Opening {
    /** More bytes are needed. */
    record Incomplete() implements Opening {}

    /**
     * The bytes are a complete legacy ping if nothing follows within {@link OpeningDecoder#LEGACY_LOOK_AHEAD}; otherwise
     * they are the beginning of something else.
     *
     * @param ping the ping they would be
     */
    record PerhapsLegacy(LegacyPing ping) implements Opening {}

    /**
     * A server list ping of a client before 1.7.
     *
     * @param form how to answer it
     * @param host the host it names, empty before 1.6
     * @param port the port it names, 0 before 1.6
     */
    record LegacyPing(LegacyForm form, String host, int port) implements Opening {}

    /**
     * A login of a client before 1.7: the proxy speaks to such clients only to refuse them.
     *
     * @param host the host it names, empty when it names none
     */
    record LegacyLogin(String host) implements Opening {}

    /**
     * A modern handshake.
     *
     * @param handshake its fields
     */
    record Modern(Handshake handshake) implements Opening {}

    /**
     * Something no client sends.
     *
     * @param reason one line for logs
     */
    record Malformed(String reason) implements Opening {}
}
