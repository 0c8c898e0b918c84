// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.filter;

import dev.infrajar.net.packet.Direction;
import java.util.Set;

/** What becomes of a connection that has been accepted. */
public sealed interface AcceptVerdict {
    /** It goes on, and is of no further interest. */
    AcceptVerdict PASS = new Pass();

    /** It goes on, and is of no further interest. */
    record Pass() implements AcceptVerdict {}

    /**
     * It goes on, and the filter is told when it is closed.
     *
     * @param filter of this connection alone
     * @param bytes the bytes that the filter wants to see: {@code SERVERBOUND} is what the client sends, {@code CLIENTBOUND} what is
     *     sent to it. With any of them the connection cannot be spliced; none costs nothing
     */
    record Watch(TransportFilter filter, Set<Direction> bytes) implements AcceptVerdict {
        /** Copies. */
        public Watch {
            bytes = Set.copyOf(bytes);
        }
    }

    /**
     * It is closed without a word. Filters that come later are not asked.
     *
     * @param reason a few words for the console, which counts by them: no addresses and no names in it
     */
    record Refuse(String reason) implements AcceptVerdict {}
}
