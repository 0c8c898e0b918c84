// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import org.osgi.annotation.versioning.ConsumerType;

/** A line of the console's {@code status}: what a bundle has chosen. A service; any thread may ask, and nothing blocks. */
@ConsumerType
public interface StatusLine {
    /**
     * What the line is about. Lines are ordered by it.
     *
     * @return a lower-case word, for example {@code encryption}
     */
    String label();

    /**
     * How things are at this moment.
     *
     * @return one line, for people
     */
    String text();
}
