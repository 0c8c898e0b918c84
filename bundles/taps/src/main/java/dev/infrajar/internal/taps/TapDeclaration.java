// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.packet.PacketKind;
import java.util.List;

/**
 * What a factory declares with the properties of {@link dev.infrajar.net.intercept.TapInterest}, checked.
 *
 * @param id names the tap among all
 * @param kinds what it wants to see, at least one
 * @param maxBytes the largest packet it wants to see
 * @param before ids of taps that come later
 * @param after ids of taps that come earlier
 * @param priority lower ones come first where that leaves it open
 * @param failOpen whether a packet passes that it fails at
 */
record TapDeclaration(
        String id,
        List<PacketKind> kinds,
        int maxBytes,
        List<String> before,
        List<String> after,
        int priority,
        boolean failOpen) {
    TapDeclaration {
        kinds = List.copyOf(kinds);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
