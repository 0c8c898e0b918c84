// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

/** The service that knows which players have logged in to the game. */
interface SessionServer {
    /**
     * Asks whether a player has joined. Blocks until the deadline at most; thread-safe.
     *
     * @param question about whom
     * @throws InterruptedException if the thread was interrupted; the question is given up
     */
    SessionAnswer ask(SessionQuestion question) throws InterruptedException;
}
