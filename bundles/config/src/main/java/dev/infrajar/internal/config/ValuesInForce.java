// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import java.util.List;

/** The configuration as it is now, for people. Thread-safe. */
interface ValuesInForce {
    /**
     * A key.
     *
     * @param key its path from the top of {@code infrarust.toml}
     * @param value the value in force, in TOML
     * @param note where the value comes from if not from the file, and what is pending; may be empty
     */
    record Line(String key, String value, String note) {}

    /** All keys, those at the top of the file first. */
    List<Line> lines();

    /** What the last reload has left out of force, and why. */
    List<String> notInForce();
}
