// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.util.Optional;

/** Makes the answers to server list pings: {@link StatusReply.Legacy} to legacy ones, {@link StatusReply.Json} to the others. */
public interface StatusResponder {
    /**
     * The answer, if it can be given without waiting. Called on event loops: does not block, does no I/O.
     *
     * @param query the ping
     * @return empty when {@link #answer} is needed
     */
    Optional<StatusReply> answerNow(StatusQuery query);

    /**
     * The answer, which may need the backend or plugins. Called on virtual threads; blocks for a bounded time of
     * about five seconds.
     *
     * @param query the ping
     * @return the answer; failure of the backend is an answer too
     */
    StatusReply answer(StatusQuery query);
}
