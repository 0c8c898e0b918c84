// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

import java.util.List;

/**
 * A protocol number and the releases that speak it.
 *
 * @param number for example 775
 * @param versions the releases, the newest first: {@code 26.1.2}, {@code 26.1.1}, {@code 26.1}
 */
public record KnownProtocol(int number, List<String> versions) {
    /** Copies, and makes sure there is a release. */
    public KnownProtocol {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("protocol " + number + " without a release");
        }
    }

    /**
     * The releases for a message.
     *
     * @return {@code 26.1-26.1.2}, or {@code 1.21.4} for a single one
     */
    public String versionRange() {
        String newest = versions.getFirst();
        String oldest = versions.getLast();
        return versions.size() == 1 ? newest : oldest + "-" + newest;
    }
}
