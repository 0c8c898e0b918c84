// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.internal.codec.BandDialects;
import dev.infrajar.net.nbt.NbtLimits;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.PacketLimits;
import java.time.Duration;

/** The real dialects. */
final class TestDialects {
    static final PacketLimits LIMITS = new PacketLimits(
            2_097_151,
            new PacketLimits.ForDirection(2_097_152, 5_242_880, Duration.ofSeconds(7), 32_767),
            new PacketLimits.ForDirection(8_388_608, 0, Duration.ofSeconds(7), 1_048_576),
            1_048_576,
            new NbtLimits(512, 16_777_216));

    static final Dialects ALL = BandDialects.load(() -> LIMITS);

    private TestDialects() {}

    static Dialect of(int protocol) {
        return ALL.of(protocol).dialect().orElseThrow();
    }
}
