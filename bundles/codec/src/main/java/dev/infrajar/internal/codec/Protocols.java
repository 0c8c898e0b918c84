// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec;

import dev.infrajar.internal.codec.layout.Layouts;
import dev.infrajar.internal.codec.tables.PacketTables;
import dev.infrajar.internal.codec.text.TextForms;
import dev.infrajar.net.packet.PacketLimits;

/**
 * Where dialects look things up.
 *
 * @param tables ids
 * @param layouts layouts of typed packets
 * @param texts forms of texts
 * @param limits the limits in force
 */
record Protocols(PacketTables tables, Layouts layouts, TextForms texts, PacketLimits.Source limits) {
    @Override
    public String toString() {
        return "protocols";
    }
}
