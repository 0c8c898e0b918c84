// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.transport;

import io.netty.util.concurrent.Future;
import java.util.concurrent.ExecutionException;

/** Makes connections to backends. */
@FunctionalInterface
public interface Connector {
    /**
     * Tries the addresses of a server, one after the other, until one answers: those that are up in the order that the
     * server's {@code balance} gives, then those that have failed lately, then those that are known to be down. Addresses
     * that are drained get no session.
     *
     * <p>Returns at once; callable from any thread. Looking up SRV records may take the connect timeout once, and so may each
     * address that is tried, with the lookup of its name. So the limit is the connect timeout times the number of addresses
     * and one more; {@code connect_max_attempts} makes that number smaller.
     *
     * <p>A {@link Dial.Purpose#SESSION} counts as load of its backend until its channel is closed.
     *
     * @param dial what to connect
     * @return completed on the event loop of the dial with the connection, or why there is none; who cancels it before gets
     *     no connection, and none is left behind. It fails only when something is broken
     */
    Future<Dialled> begin(Dial dial);

    /**
     * The same, waited for. Blocks; virtual threads only.
     *
     * @param dial what to connect
     * @return the connection, or why there is none
     * @throws InterruptedException if the thread was interrupted; no connection is left behind
     */
    default Dialled dial(Dial dial) throws InterruptedException {
        Future<Dialled> dialling = begin(dial);
        try {
            return dialling.get();
        } catch (InterruptedException e) {
            if (!dialling.cancel(false) && dialling.getNow() instanceof Dialled.Connected connected) {
                connected.channel().close();
            }
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("dialling " + dial.server().id() + " broke off", e.getCause());
        }
    }
}
