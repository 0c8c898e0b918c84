// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.forward;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Relays one session. Used on the event loop of its channels only, but for {@link Flow#readBytes()}; nothing here blocks.
 *
 * <p>What every forwarder keeps: bytes arrive complete and in order; an EOF is passed on as a half-close behind the last
 * byte, in each direction on its own; a sink that does not read stops its own source and nothing else; memory per
 * session is bounded; the session ends when both directions have ended. A connection that fails ends the direction towards
 * its peer at once, and the one from its peer when all that had been received from it is delivered: servers often reset a
 * connection right behind their last words. Any other failure ends the session at once. The outcome is the first EOF or
 * failure.
 */
@ConsumerType
public interface Forwarder {
    /** Takes over both channels and begins to relay. Called once. */
    void start();

    /**
     * Ends the session now: releases what it holds and reports the outcome. Does nothing if it has already ended.
     *
     * @param outcome reported to {@link Link#ended()} as it is
     */
    void abort(Outcome outcome);

    /**
     * The direction from the client to the backend.
     *
     * @return the same object at every call
     */
    Flow serverbound();

    /**
     * The direction from the backend to the client.
     *
     * @return the same object at every call
     */
    Flow clientbound();
}
