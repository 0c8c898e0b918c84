// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

import dev.infrajar.internal.status.document.Rendered;

/** What came of a question, for all pings that waited for it. */
public sealed interface Finding {
    /**
     * An answer.
     *
     * @param answer ready to be sent
     */
    record Shown(Rendered answer) implements Finding {}

    /**
     * The server as a whole is not there: whoever waits for an answer of it gets none.
     *
     * @param reason in plain words, one line
     * @param refused whether each address refused the connection
     */
    record Unreachable(String reason, boolean refused) implements Finding {}

    /**
     * This question was not answered.
     *
     * @param reason in plain words, one line
     */
    record Nothing(String reason) implements Finding {}
}
