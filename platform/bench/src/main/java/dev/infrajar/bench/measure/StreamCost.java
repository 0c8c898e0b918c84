// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

/**
 * What a stream has taken.
 *
 * @param bytes how long it was
 * @param nanos how much time
 * @param proxySeconds CPU time of the proxy
 * @param driverSeconds CPU time of both ends
 */
record StreamCost(long bytes, long nanos, double proxySeconds, double driverSeconds) {
    private static final double GIGABYTE = 1e9;
    private static final double MEGABYTE = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    double megabytesPerSecond() {
        return bytes / MEGABYTE / (nanos / NANOS_PER_SECOND);
    }

    double proxySecondsPerGigabyte() {
        return proxySeconds / (bytes / GIGABYTE);
    }

    double driverSecondsPerGigabyte() {
        return driverSeconds / (bytes / GIGABYTE);
    }
}
