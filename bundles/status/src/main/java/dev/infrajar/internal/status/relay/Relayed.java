// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.relay;

import dev.infrajar.internal.status.document.StatusDocument;

/** What asking a backend gave. */
public sealed interface Relayed {
    /**
     * The backend's answer.
     *
     * @param document in a form that clients can use
     */
    record Answer(StatusDocument document) implements Relayed {}

    /**
     * No connection, or no answer in time: the server as a whole is not there.
     *
     * @param reason in plain words, one line
     * @param refused whether each address refused the connection
     */
    record Unreachable(String reason, boolean refused) implements Relayed {}

    /**
     * The server is there, but did not answer this question in a way that clients could use.
     *
     * @param reason in plain words, one line
     */
    record Unusable(String reason) implements Relayed {}
}
