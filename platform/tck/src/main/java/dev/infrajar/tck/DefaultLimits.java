// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import dev.infrajar.net.nbt.NbtLimits;
import dev.infrajar.net.packet.PacketLimits;
import java.time.Duration;

/** What the configuration says of packets where the operator says nothing. */
public final class DefaultLimits {
    /** The defaults of {@code [limits]}. */
    public static final PacketLimits PACKETS = new PacketLimits(
            2_097_151,
            new PacketLimits.ForDirection(2_097_152, 5_242_880, Duration.ofSeconds(7), 32_767),
            new PacketLimits.ForDirection(8_388_608, 0, Duration.ofSeconds(7), 1_048_576),
            1_048_576,
            new NbtLimits(512, 16_777_216));

    private DefaultLimits() {}
}
