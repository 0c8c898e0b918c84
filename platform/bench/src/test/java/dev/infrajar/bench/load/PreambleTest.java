// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import org.junit.jupiter.api.Test;

class PreambleTest {
    // Written by hand from the protocol: lengths, packet ids, 775 as a VarInt, host, port 25565, next state.
    private static final String HANDSHAKE = "0b" + "00" + "8706" + "0461622e63" + "63dd";

    @Test
    void beginsWithHandshakeAndLoginStart() {
        ByteBuf bytes = Preamble.login("ab.c", Order.ECHO);

        String login = "17" + "00" + "0562656e6368" + "0000000000000000" + "0000000000000001";
        assertThat(ByteBufUtil.hexDump(bytes)).isEqualTo(HANDSHAKE + "02" + login + "45");
    }

    @Test
    void asksForTheStatus() {
        assertThat(ByteBufUtil.hexDump(Preamble.status("ab.c"))).isEqualTo(HANDSHAKE + "01" + "01" + "00");
    }
}
