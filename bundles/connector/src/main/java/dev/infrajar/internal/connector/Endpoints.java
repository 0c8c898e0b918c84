// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Which of the addresses that one host name stands for have failed: they are tried behind the others until somebody has
 * connected to them again. Thread-safe.
 */
final class Endpoints {
    /** How long after a failure it is time to find out whether that is over. */
    static final Duration RECHECK = Duration.ofSeconds(30);

    private static final int MOST_FAILED = 1024;

    private final LongSupplier nanoClock;
    private final Map<InetSocketAddress, Long> failedNanos = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetSocketAddress, Long> eldest) {
            return size() > MOST_FAILED;
        }
    };

    Endpoints(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** All, in the order to try: as they came, those that have failed behind the others. */
    synchronized List<InetSocketAddress> inOrder(List<InetAddress> addresses, int port) {
        List<InetSocketAddress> good = new ArrayList<>(addresses.size());
        List<InetSocketAddress> failed = new ArrayList<>();
        for (InetAddress address : addresses) {
            InetSocketAddress endpoint = new InetSocketAddress(address, port);
            (failedNanos.containsKey(endpoint) ? failed : good).add(endpoint);
        }
        good.addAll(failed);
        return good;
    }

    synchronized void failed(InetSocketAddress endpoint) {
        failedNanos.put(endpoint, nanoClock.getAsLong());
    }

    synchronized void connected(InetSocketAddress endpoint) {
        failedNanos.remove(endpoint);
    }

    /** Those that it is time to try in the background; for one caller, who will tell. */
    synchronized List<InetSocketAddress> takeDue(List<InetSocketAddress> endpoints) {
        long now = nanoClock.getAsLong();
        List<InetSocketAddress> due = new ArrayList<>();
        for (InetSocketAddress endpoint : endpoints) {
            Long since = failedNanos.get(endpoint);
            if (since != null && now - since >= RECHECK.toNanos()) {
                failedNanos.put(endpoint, now);
                due.add(endpoint);
            }
        }
        return due;
    }
}
