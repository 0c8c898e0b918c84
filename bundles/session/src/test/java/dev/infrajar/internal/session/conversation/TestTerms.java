// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import dev.infrajar.internal.codec.BandDialects;
import dev.infrajar.internal.session.phase.Rejection;
import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.nbt.NbtLimits;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.PacketLimits;
import java.time.Duration;
import java.util.function.Consumer;

/** Terms with the defaults of the configuration and the real dialects. */
public final class TestTerms {
    public static final PacketLimits LIMITS = new PacketLimits(
            2_097_151,
            new PacketLimits.ForDirection(2_097_152, 5_242_880, Duration.ofSeconds(7), 32_767),
            new PacketLimits.ForDirection(8_388_608, 0, Duration.ofSeconds(7), 1_048_576),
            1_048_576,
            new NbtLimits(512, 16_777_216));

    public static final Dialects DIALECTS = BandDialects.load(() -> LIMITS);

    private TestTerms() {}

    public static Dialect dialect(int protocol) {
        return DIALECTS.of(protocol).dialect().orElseThrow();
    }

    public static ConversationTerms withClient(
            int protocol, CompressionFactory compression, Consumer<Rejection> rejected) {
        return ConversationTerms.withClient(dialect(protocol), LIMITS, compression, rejected);
    }

    public static ConversationTerms withBackend(
            int protocol, CompressionFactory compression, Consumer<Rejection> rejected) {
        return ConversationTerms.withBackend(dialect(protocol), LIMITS, compression, rejected);
    }
}
