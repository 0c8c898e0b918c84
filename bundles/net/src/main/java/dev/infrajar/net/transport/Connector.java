// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.transport;

/** Makes connections to backends. */
public interface Connector {
    /**
     * Tries the addresses in their order until one answers. Blocks, for at most the connect timeout times the number of
     * addresses; virtual threads only.
     *
     * @param dial what to connect
     * @return the connection, or why there is none
     * @throws InterruptedException if the thread was interrupted; no connection is left behind
     */
    Dialled dial(Dial dial) throws InterruptedException;
}
