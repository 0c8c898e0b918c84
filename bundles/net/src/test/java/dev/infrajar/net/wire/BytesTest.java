// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

class BytesTest {
    @Test
    void readsWhatItWrites() {
        ByteBuf buffer = Unpooled.buffer();
        Bytes bytes = Bytes.of(new byte[] {1, 2, 3});
        bytes.write(buffer);

        assertThat(buffer.readableBytes()).isEqualTo(4);
        assertThat(Bytes.read(buffer, 3)).isEqualTo(bytes).hasToString("3 bytes");
        assertThat(buffer.isReadable()).isFalse();
    }

    @Test
    void isNotChangedThroughItsArrays() {
        byte[] array = {1};
        Bytes bytes = Bytes.of(array);
        array[0] = 2;
        bytes.toArray()[0] = 3;

        assertThat(bytes.toHex()).isEqualTo("01");
    }

    @Test
    void refusesLengthsBeforeTheyAreAllocated() {
        ByteBuf claim = Unpooled.buffer();
        VarInts.write(claim, Integer.MAX_VALUE);
        assertThatThrownBy(() -> Bytes.read(claim.duplicate(), Integer.MAX_VALUE))
                .isSameAs(WireException.TRUNCATED);
        assertThatThrownBy(() -> Bytes.read(claim.duplicate(), 16)).isSameAs(WireException.ARRAY_TOO_LONG);

        ByteBuf negative = Unpooled.buffer();
        VarInts.write(negative, -1);
        assertThatThrownBy(() -> Bytes.read(negative, 16)).isSameAs(WireException.ARRAY_TOO_LONG);
        assertThatThrownBy(() -> Bytes.take(negative, -1)).isSameAs(WireException.ARRAY_TOO_LONG);
        assertThatThrownBy(() -> Bytes.takeRest(Unpooled.buffer().writeZero(17), 16))
                .isSameAs(WireException.ARRAY_TOO_LONG);
    }
}
