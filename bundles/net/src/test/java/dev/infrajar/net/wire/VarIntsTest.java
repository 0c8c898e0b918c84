// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VarIntsTest {
    @ParameterizedTest
    @CsvSource({
        "0,00",
        "1,01",
        "127,7f",
        "128,8001",
        "255,ff01",
        "25565,ddc701",
        "2097151,ffff7f",
        "2147483647,ffffffff07",
        "-1,ffffffff0f",
        "-2147483648,8080808008"
    })
    void writesAndReadsKnownValues(int value, String hex) {
        ByteBuf out = Unpooled.buffer();
        VarInts.write(out, value);

        assertThat(ByteBufUtil.hexDump(out)).isEqualTo(hex);
        assertThat(VarInts.size(value)).isEqualTo(hex.length() / 2);
        assertThat(VarInts.read(out)).isEqualTo(value);
    }

    @Test
    void readsWhatItWrites() {
        Random random = new Random(3);
        ByteBuf buffer = Unpooled.buffer();
        for (int i = 0; i < 100_000; i++) {
            int value = random.nextInt() >> random.nextInt(32);
            buffer.clear();
            VarInts.write(buffer, value);
            assertThat(buffer.readableBytes()).isEqualTo(VarInts.size(value));
            assertThat(VarInts.read(buffer)).isEqualTo(value);
        }
    }

    @Test
    void refusesWhatDoesNotEnd() {
        assertThatThrownBy(() -> VarInts.read(Unpooled.wrappedBuffer(new byte[] {-1, -1})))
                .isSameAs(WireException.TRUNCATED);
        assertThatThrownBy(() -> VarInts.read(Unpooled.wrappedBuffer(new byte[] {-1, -1, -1, -1, -1, 1})))
                .isSameAs(WireException.VARINT_TOO_LONG);
    }

    @Test
    void refusesStringsBeyondTheirLimitBeforeTheyArrive() {
        ByteBuf claim = Unpooled.buffer();
        VarInts.write(claim, 49);

        assertThatThrownBy(() -> WireStrings.read(claim, 16)).isSameAs(WireException.STRING_TOO_LONG);

        ByteBuf negative = Unpooled.buffer();
        VarInts.write(negative, -1);
        assertThatThrownBy(() -> WireStrings.read(negative, 16)).isSameAs(WireException.STRING_TOO_LONG);

        ByteBuf short1 = Unpooled.buffer();
        VarInts.write(short1, 5);
        assertThatThrownBy(() -> WireStrings.read(short1.writeByte('x'), 16)).isSameAs(WireException.TRUNCATED);
    }

    @Test
    void countsCharactersNotBytes() {
        ByteBuf buffer = Unpooled.buffer();
        WireStrings.write(buffer, "§".repeat(16));

        assertThat(WireStrings.read(buffer, 16)).hasSize(16);

        WireStrings.write(buffer.clear(), "x".repeat(17));
        assertThatThrownBy(() -> WireStrings.read(buffer, 16)).isSameAs(WireException.STRING_TOO_LONG);
    }
}
