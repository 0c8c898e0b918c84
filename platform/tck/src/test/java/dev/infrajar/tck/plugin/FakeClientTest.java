// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.player.CookieReply;
import dev.infrajar.api.player.Delivery;
import java.nio.ByteBuffer;
import java.util.UUID;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.title.Title;
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
    void changesNothingWhileItAnswersSomethingElse() {
        Title title = Title.title(Component.text("big"), Component.empty());
        steve.client().showTitle(title);
        steve.client().answer(Delivery.NOT_ACTIVE);

        assertThat(steve.client().clearTitle()).isEqualTo(Delivery.NOT_ACTIVE);
        assertThat(steve.client().storeCookie("a:b", ByteBuffer.allocate(1))).isEqualTo(Delivery.NOT_ACTIVE);

        steve.client().answer(Delivery.SENT);
        assertThat(steve.client().received()).containsExactly(title);
        assertThat(steve.client().requestCookie("a:b")).isEqualTo(new CookieReply.Missing());
    }

    @Test
    void standsForSeveralPlayersWithSessionsAndAccountsOfTheirOwn() {
        UUID account = new UUID(1, 2);
        FakePlayer alex =
                FakePlayer.named("Alex").inSession(2).authenticatedAs(account).at("lobby");

        assertThat(alex.sessionId()).isEqualTo(2).isNotEqualTo(steve.sessionId());
        assertThat(alex.uuid()).contains(account);
        assertThat(alex.isAuthenticated()).isTrue();
        assertThat(steve.withUuid(account).isAuthenticated()).isFalse();
        assertThat(steve.uuid()).isEmpty();
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
