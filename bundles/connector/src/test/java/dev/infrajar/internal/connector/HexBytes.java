// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import java.util.HexFormat;

/** Bytes as a specification prints them. */
final class HexBytes {
    private HexBytes() {}

    static byte[] of(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
