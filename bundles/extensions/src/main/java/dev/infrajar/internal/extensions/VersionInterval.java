// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.util.Optional;

/**
 * The versions that an import accepts: {@code [1.0,2.0)}, or {@code 1.0} for that one and all above.
 *
 * @param text as the manifest has it
 */
record VersionInterval(
        String text, BundleVersion low, boolean lowIncluded, Optional<BundleVersion> high, boolean highIncluded) {
    /**
     * Reads an interval.
     *
     * @throws IllegalArgumentException if it is none
     */
    static VersionInterval parse(String text) {
        String bare = text.strip();
        int comma = bare.indexOf(',');
        if (comma < 0) {
            return new VersionInterval(bare, BundleVersion.parse(bare), true, Optional.empty(), false);
        }
        return new VersionInterval(
                bare,
                BundleVersion.parse(bare.substring(1, comma)),
                bare.startsWith("["),
                Optional.of(BundleVersion.parse(bare.substring(comma + 1, bare.length() - 1))),
                bare.endsWith("]"));
    }

    boolean includes(BundleVersion version) {
        int aboveLow = version.compareTo(low);
        return (lowIncluded ? aboveLow >= 0 : aboveLow > 0)
                && high.map(limit -> isBelow(version, limit)).orElse(true);
    }

    private boolean isBelow(BundleVersion version, BundleVersion limit) {
        int aboveHigh = version.compareTo(limit);
        return highIncluded ? aboveHigh <= 0 : aboveHigh < 0;
    }
}
