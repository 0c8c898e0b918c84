// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsConfigTest {
    private static LimitsConfig config(int frameBytes, long rate, Duration window, int nbtDepth, long nbtBytes) {
        return new LimitsConfig(frameBytes, 1, 2, rate, 4, window, 5, 6, 7, nbtDepth, nbtBytes);
    }

    @Test
    void becomesLimitsByDirection() {
        Duration window = Duration.ofSeconds(7);
        PacketLimits limits = config(1000, 3, window, 8, 9).toLimits();

        assertThat(limits.frameBytes()).isEqualTo(1000);
        assertThat(limits.of(Direction.SERVERBOUND)).isEqualTo(new PacketLimits.ForDirection(1, 3, window, 5));
        assertThat(limits.of(Direction.CLIENTBOUND)).isEqualTo(new PacketLimits.ForDirection(2, 4, window, 6));
        assertThat(limits.loginPluginBytes()).isEqualTo(7);
        assertThat(limits.nbt().depth()).isEqualTo(8);
        assertThat(limits.nbt().heapBytes()).isEqualTo(9);
    }

    @Test
    void namesKeyValueAndRule() {
        Duration window = Duration.ofSeconds(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config(2_097_152, 0, window, 1, 1))
                .withMessage("frame_bytes = 2097152, must be 256 to 2097151");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config(1000, -1, window, 1, 1))
                .withMessage("serverbound_inflated_bytes_per_second = -1, must be at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config(1000, 0, Duration.ZERO, 1, 1))
                .withMessageStartingWith("inflated_window");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config(1000, 0, window, 513, 1))
                .withMessage("nbt_depth = 513, must be 1 to 512");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config(1000, 0, window, 1, 0))
                .withMessage("nbt_bytes = 0, must be at least 1");
    }
}
