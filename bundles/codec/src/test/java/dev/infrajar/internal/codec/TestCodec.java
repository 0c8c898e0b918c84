// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec;

import dev.infrajar.net.nbt.NbtLimits;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.DialectMatch;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.PacketLimits;
import java.time.Duration;

/** The codec as it is without a configuration file. */
final class TestCodec {
    static final PacketLimits LIMITS = limits(32_767);

    static final Dialects DIALECTS = dialects(LIMITS);

    private TestCodec() {}

    static Dialects dialects(PacketLimits limits) {
        return BandDialects.load(() -> limits);
    }

    static PacketLimits limits(int serverboundPluginMessageBytes) {
        Duration window = Duration.ofSeconds(7);
        return new PacketLimits(
                2_097_151,
                new PacketLimits.ForDirection(2_097_152, 5_242_880, window, serverboundPluginMessageBytes),
                new PacketLimits.ForDirection(8_388_608, 0, window, 1_048_576),
                1_048_576,
                new NbtLimits(512, 16_777_216));
    }

    static Dialect dialect(int protocol) {
        return DIALECTS.of(protocol) instanceof DialectMatch.Known(Dialect speaks)
                ? speaks
                : DIALECTS.of(protocol).dialect().orElseThrow();
    }
}
