// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.nio.charset.StandardCharsets;

/** The answer to a server list ping. */
public sealed interface StatusReply {
    /**
     * A modern answer, ready to be sent any number of times.
     *
     * @param utf8 the JSON of the Status Response packet in UTF-8, at most 32,767 characters; never changed
     */
    @SuppressWarnings("ArrayRecordComponent") // shared by all pings of a moment, compared by nobody
    record Json(byte[] utf8) implements StatusReply {
        /**
         * An answer of a text.
         *
         * @param json at most 32,767 characters
         * @return the answer
         */
        public static Json of(String json) {
            return new Json(json.getBytes(StandardCharsets.UTF_8));
        }

        /**
         * The JSON as a text, for tests and logs.
         *
         * @return a new string
         */
        public String text() {
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }

    /**
     * An answer to a legacy ping, in its parts: the session bundle puts them into the form the client can read.
     *
     * @param protocol the protocol number shown
     * @param version the version name shown
     * @param text the text with section-sign colours, one line
     * @param online the number shown as online
     * @param max the number shown as the maximum
     */
    record Legacy(int protocol, String version, String text, int online, int max) implements StatusReply {}
}
