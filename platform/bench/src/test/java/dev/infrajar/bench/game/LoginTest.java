// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.bench.load.Order;
import dev.infrajar.net.packet.login.EncryptionRequest;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.wire.Bytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;

class LoginTest {
    private final PlayerLogin player = new PlayerLogin();
    private final ServerLogin server = new ServerLogin();

    @Test
    void playerJoinsAndSaysWhatItWants() throws IOException {
        ByteBuf toServer = PlayerLogin.begin("play.example", "bench1");

        converse(toServer);

        assertThat(player.isJoined()).isTrue();
        assertThat(player.secret()).isEmpty();
        ByteBuf order = Unpooled.buffer();
        player.order(Order.ECHO, order);
        server.take(order, Unpooled.buffer());
        assertThat(server.order()).isEqualTo(Order.ECHO);
    }

    @Test
    void leavesUnreadWhatFollowsTheOrder() throws IOException {
        converse(PlayerLogin.begin("play.example", "bench1"));
        ByteBuf bytes = Unpooled.buffer();
        player.order(Order.SOURCE, bytes);
        bytes.writeInt(42);

        server.take(bytes, Unpooled.buffer());

        assertThat(bytes.readableBytes()).isEqualTo(Integer.BYTES);
    }

    @Test
    void answersAnEncryptionRequest() throws IOException, GeneralSecurityException {
        byte[] key = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        ByteBuf request = Unpooled.buffer();
        new Wire()
                .write(
                        request,
                        Game.packet(
                                LoginPackets.ENCRYPTION_REQUEST,
                                new EncryptionRequest("", Bytes.of(key), Bytes.of(new byte[4]), true)));

        ByteBuf answer = Unpooled.buffer();
        player.take(request, answer);

        assertThat(player.secret()).isPresent();
        ByteBuf packet = new Wire().next(answer);
        assertThat(packet).isNotNull();
        assertThat(Game.read(LoginPackets.ENCRYPTION_RESPONSE, packet)).isPresent();
    }

    @Test
    void saysWhatCameInsteadOfTheSuccess() {
        ByteBuf finish = Unpooled.wrappedBuffer(new byte[] {1 + 1, 9, 0});

        assertThatThrownBy(() -> player.take(finish, Unpooled.buffer()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("packet 9 came instead of");
    }

    /** To and fro, one byte at a time, until nobody has anything to say. */
    private void converse(ByteBuf first) throws IOException {
        ByteBuf toServer = first;
        while (toServer.isReadable()) {
            ByteBuf toPlayer = Unpooled.buffer();
            trickle(toServer, toPlayer, server::take);
            toServer = Unpooled.buffer();
            trickle(toPlayer, toServer, player::take);
        }
    }

    private interface Side {
        void take(ByteBuf in, ByteBuf out) throws IOException;
    }

    private static void trickle(ByteBuf from, ByteBuf answers, Side to) throws IOException {
        ByteBuf arrived = Unpooled.buffer();
        while (from.isReadable()) {
            arrived.writeByte(from.readByte());
            to.take(arrived, answers);
        }
    }
}
