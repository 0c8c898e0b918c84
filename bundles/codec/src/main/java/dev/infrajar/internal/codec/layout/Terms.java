// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import dev.infrajar.internal.codec.text.TextForm;
import dev.infrajar.net.nbt.NbtRoot;
import dev.infrajar.net.packet.PacketLimits;

/**
 * What a layout has to know of version and configuration.
 *
 * @param text how texts are written
 * @param nbtRoot how trees are written
 * @param limits what may be read
 * @param directionLimits what may be read in the packet's direction
 */
public record Terms(TextForm text, NbtRoot nbtRoot, PacketLimits limits, PacketLimits.ForDirection directionLimits) {}
