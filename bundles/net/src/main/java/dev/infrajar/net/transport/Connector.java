// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.transport;

/** Makes connections to backends. */
public interface Connector {
    /**
     * Tries the addresses of a server, one after the other, until one answers: those that are up in the order that the
     * server's {@code balance} gives, then those that have failed lately, then those that are known to be down. Addresses
     * that are drained get no session.
     *
     * <p>Blocks; virtual threads only. Looking up SRV records may take the connect timeout once, and so may each address that
     * is tried, with the lookup of its name. So the limit is the connect timeout times the number of addresses and one
     * more; {@code connect_max_attempts} makes that number smaller.
     *
     * <p>A {@link Dial.Purpose#SESSION} counts as load of its backend until its channel is closed.
     *
     * @param dial what to connect
     * @return the connection, or why there is none
     * @throws InterruptedException if the thread was interrupted; no connection is left behind
     */
    Dialled dial(Dial dial) throws InterruptedException;
}
