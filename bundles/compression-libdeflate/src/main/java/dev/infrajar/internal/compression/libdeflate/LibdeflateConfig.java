// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.libdeflate;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;

/**
 * The {@code [compression.libdeflate]} table of {@code infrarust.toml}.
 *
 * @param level 1..12
 */
@ConfigSection(id = LibdeflateConfig.ID, table = "compression.libdeflate")
record LibdeflateConfig(
        @Key(
                byDefault = "6",
                doc =
                        "How hard libdeflate tries: `1` is fastest, `12` smallest. The scale is not that of the JDK's zlib,"
                                + " which goes from 0 to 9.")
        int level) {
    static final String ID = "compression-libdeflate";

    private static final int LOWEST = 1;
    private static final int HIGHEST = 12;

    LibdeflateConfig {
        if (level < LOWEST || level > HIGHEST) {
            throw new IllegalArgumentException("level = " + level + ", must be " + LOWEST + " to " + HIGHEST);
        }
    }
}
