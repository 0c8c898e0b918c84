// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks host names up within a time limit.
 *
 * <p>The platform's lookup cannot be interrupted, so it runs on a virtual thread of its own, which is left behind when
 * the time is over and ends when the platform gives up. (The JDK lends the scheduler another carrier meanwhile, and
 * asks only once however many wait for one name.)
 *
 * @param lookup the platform's
 */
record HostResolver(Lookup lookup) {
    /** What a lookup gave. */
    sealed interface Resolved {
        /** At least one address, in the order to try. */
        record Addresses(List<InetAddress> all) implements Resolved {}

        /** The reason in plain words. */
        record Failed(String reason) implements Resolved {}
    }

    Resolved resolve(String host, Deadline deadline) throws InterruptedException {
        FutureTask<List<InetAddress>> task = new FutureTask<>(() -> List.of(lookup.allByName(host)));
        Thread.ofVirtual().name("infrajar-lookup").start(task);
        try {
            return new Resolved.Addresses(task.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            return new Resolved.Failed("name lookup took longer than " + deadline);
        } catch (ExecutionException e) {
            return new Resolved.Failed(
                    e.getCause() instanceof UnknownHostException
                            ? "unknown host name"
                            : "name lookup failed: " + e.getCause());
        }
    }
}
