// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.player.CookieReply;
import dev.infrajar.api.player.Delivery;
import java.nio.ByteBuffer;
import net.kyori.adventure.text.Component;
import org.junit.jupiter.api.Test;

class FakeClientTest {
    private final FakePlayer steve = FakePlayer.named("Steve").at("lobby");

    @Test
    void notesWhatItIsSent() {
        assertThat(steve.client().sendMessage(Component.text("hi"))).isEqualTo(Delivery.SENT);
        steve.client().sendPacket("system_chat", ByteBuffer.wrap(new byte[] {1}));

        assertThat(steve.client().received())
                .containsExactly(
                        Component.text("hi"), new FakeClient.Packet("system_chat", ByteBuffer.wrap(new byte[] {1})));
    }

    @Test
    void answersAsInAForwardingMode() {
        steve.client().answer(Delivery.NOT_ACTIVE);

        assertThat(steve.isActive()).isFalse();
        assertThat(steve.client().sendMessage(Component.text("hi"))).isEqualTo(Delivery.NOT_ACTIVE);
        assertThat(steve.client().requestCookie("a:b")).isEqualTo(new CookieReply.NotAsked(Delivery.NOT_ACTIVE));
        assertThat(steve.client().received()).isEmpty();
    }

    @Test
    void endsTheSession() {
        steve.client().disconnect(Component.text("bye"));

        assertThat(steve.isConnected()).isFalse();
        assertThat(steve.client().disconnectText()).contains(Component.text("bye"));
        assertThat(steve.client().sendMessage(Component.text("hi"))).isEqualTo(Delivery.DISCONNECTED);
    }

    @Test
    void keepsCookies() {
        steve.client().storeCookie("a:b", ByteBuffer.wrap(new byte[] {5}));

        assertThat(steve.client().requestCookie("a:b"))
                .isEqualTo(new CookieReply.Found(ByteBuffer.wrap(new byte[] {5})));
        assertThat(steve.client().requestCookie("a:c")).isEqualTo(new CookieReply.Missing());
    }
}
