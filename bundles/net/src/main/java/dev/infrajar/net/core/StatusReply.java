// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

/** The answer to a server list ping. */
public sealed interface StatusReply {
    /**
     * A modern answer.
     *
     * @param json the JSON of the Status Response packet, at most 32,767 characters
     */
    record Json(String json) implements StatusReply {}

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
