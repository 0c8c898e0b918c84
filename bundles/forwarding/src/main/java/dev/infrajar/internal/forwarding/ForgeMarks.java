// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import java.util.regex.Pattern;

/** What Forge clients put behind the host. */
final class ForgeMarks {
    // FML: Forge for 1.7 to 1.12; FML2: 1.13 to 1.17; FML3: 1.18 to 1.20.1; FORGE and a number: 1.20.2 and newer.
    private static final Pattern MARKS = Pattern.compile("(?:\0(?:FML\\d?|FORGE\\d{0,6}))+\0?");

    private ForgeMarks() {}

    /** Whether a suffix is such marks and nothing else: an identity that came with the client is not. */
    static boolean isOne(String suffix) {
        return MARKS.matcher(suffix).matches();
    }
}
