// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.report;

import java.util.Locale;

/** Times as people read them. */
final class Millis {
    private static final double MICROS = 1000;

    private Millis() {}

    static String of(long micros) {
        return String.format(Locale.ROOT, "%8.2f ms", micros / MICROS);
    }
}
