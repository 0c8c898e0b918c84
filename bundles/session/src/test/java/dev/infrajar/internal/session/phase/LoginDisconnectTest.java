// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.format.TextColor;
import org.junit.jupiter.api.Test;

class LoginDisconnectTest {
    private static String json(Component text, int protocol) {
        ByteBuf frame = LoginDisconnect.encode(UnpooledByteBufAllocator.DEFAULT, text, protocol);
        int length = VarInts.read(frame);
        assertThat(frame.readableBytes()).isEqualTo(length);
        assertThat(VarInts.read(frame)).isZero();
        String json = WireStrings.read(frame, 262_144);
        assertThat(frame.isReadable()).isFalse();
        frame.release();
        return json;
    }

    @Test
    void writesObjectForPlainText() {
        assertThat(json(Component.text("no"), 774)).isEqualTo("{\"text\":\"no\"}");
    }

    @Test
    void writesOnlyColoursTheClientKnows() {
        Component coloured = Component.text("no", TextColor.color(0xFF5554));

        assertThat(json(coloured, 774)).contains("#FF5554");
        assertThat(json(coloured, 47)).contains("\"red\"");
    }
}
