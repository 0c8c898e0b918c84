// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.result;

import java.util.Locale;

/** Numbers as the page writes them. */
final class Formats {
    private Formats() {}

    static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.0f %%", fraction * 100);
    }
}
