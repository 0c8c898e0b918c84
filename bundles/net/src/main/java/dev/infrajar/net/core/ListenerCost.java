// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.util.Optional;

/**
 * What one listener of a plugin has cost since it was registered.
 *
 * @param bundle the symbolic name of its bundle
 * @param bundleId the bundle's number in this framework
 * @param listener the interface's simple name, for example {@code LoginListener}
 * @param calls calls so far, failed ones included
 * @param failures calls that threw, timed out, found no thread or answered something invalid
 * @param totalNanos time spent inside the listener, nanoseconds
 * @param lostThreads threads of its bundle that are still in a call whose time was over
 * @param lastFailure the reason of the last failure
 * @param quarantined whether it is skipped because it kept failing
 */
public record ListenerCost(
        String bundle,
        long bundleId,
        String listener,
        long calls,
        long failures,
        long totalNanos,
        int lostThreads,
        Optional<String> lastFailure,
        boolean quarantined) {}
