// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.jdk;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;

/**
 * The {@code [compression.jdk]} table of {@code infrarust.toml}.
 *
 * @param level 0..9
 */
@ConfigSection(id = JdkCompressionConfig.ID, table = "compression.jdk")
record JdkCompressionConfig(
        @Key(
                byDefault = "4",
                doc =
                        "How hard the JDK's zlib tries: `0` stores, `1` is fastest, `9` smallest. Used where libdeflate is not"
                                + " there. The scale is not libdeflate's.")
        int level) {
    static final String ID = "compression-jdk";

    private static final int LOWEST = 0;
    private static final int HIGHEST = 9;

    JdkCompressionConfig {
        if (level < LOWEST || level > HIGHEST) {
            throw new IllegalArgumentException("level = " + level + ", must be " + LOWEST + " to " + HIGHEST);
        }
    }
}
