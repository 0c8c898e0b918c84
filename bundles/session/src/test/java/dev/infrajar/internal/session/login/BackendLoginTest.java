// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.login.EncryptionRequest;
import dev.infrajar.net.packet.login.LoginPluginRequest;
import dev.infrajar.net.packet.login.LoginPluginResponse;
import dev.infrajar.net.packet.login.LoginStart;
import dev.infrajar.net.packet.login.LoginSuccess;
import dev.infrajar.net.packet.login.SetCompression;
import dev.infrajar.net.packet.shared.CookieRequest;
import dev.infrajar.net.packet.shared.CookieResponse;
import dev.infrajar.net.packet.shared.Disconnect;
import dev.infrajar.net.packet.shared.KeepAlive;
import dev.infrajar.net.wire.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.kyori.adventure.text.Component;
import org.junit.jupiter.api.Test;

class BackendLoginTest {
    private static final int NEWEST = 776;
    private static final UUID PLAYER = new UUID(1, 2);
    private static final Handshake HANDSHAKE = new Handshake(NEWEST, "b", 25_565, Handshake.NextState.LOGIN);
    private static final LoginStart START = new LoginStart("Notch", Optional.of(PLAYER), Optional.empty());
    private static final LoginSuccess SUCCESS =
            new LoginSuccess(PLAYER, "Notch", List.of(), false, LoginSuccess.NO_SESSION);
    private static final Duration LIMIT = Duration.ofSeconds(50);
    private static final Bytes SECRET = Bytes.of((byte) 7);

    private final FakeConversation client = new FakeConversation(NEWEST);

    private BackendLogin.Result login(FakeConversation backend) throws InterruptedException {
        return login(backend, Duration.ZERO);
    }

    private BackendLogin.Result login(FakeConversation backend, Duration silence) throws InterruptedException {
        BackendLogin.Request request = new BackendLogin.Request(
                HANDSHAKE,
                "Notch",
                PLAYER,
                (channel, question) -> Optional.of(SECRET).filter(answer -> channel.equals("velocity:player_info")),
                LIMIT,
                silence);
        return new BackendLogin(backend, client, backend::greet, request).run();
    }

    @Test
    void introducesThePlayerAndLeavesTheAcknowledgementToTheClient() throws InterruptedException {
        FakeConversation backend = new FakeConversation(NEWEST).says(SUCCESS);

        assertThat(login(backend)).isEqualTo(new BackendLogin.Result.Joined(SUCCESS));
        assertThat(backend.happened()).containsExactly(HANDSHAKE, START);
    }

    @Test
    void isInTheGameWhereThereIsNoConfiguration() throws InterruptedException {
        FakeConversation backend = new FakeConversation(763).says(SUCCESS);

        assertThat(login(backend)).isEqualTo(new BackendLogin.Result.Joined(SUCCESS));
        assertThat(backend.happened()).containsExactly(HANDSHAKE, START, Phase.PLAY);
    }

    @Test
    void compressesAsTheBackendSays() throws InterruptedException {
        FakeConversation backend = new FakeConversation(47).says(new SetCompression(64), SUCCESS);

        login(backend);
        assertThat(backend.happened()).containsExactly(HANDSHAKE, START, "compress 64", Phase.PLAY);
    }

    @Test
    void answersWhatTheProxyKnows() throws InterruptedException {
        FakeConversation backend = new FakeConversation(NEWEST)
                .says(new LoginPluginRequest(1, "velocity:player_info", Bytes.EMPTY), SUCCESS);

        login(backend);
        assertThat(backend.happened()).contains(new LoginPluginResponse(1, Optional.of(SECRET)));
        assertThat(client.happened()).isEmpty();
    }

    @Test
    void asksTheClientWhatElseTheBackendWantsToKnow() throws InterruptedException {
        LoginPluginRequest mods = new LoginPluginRequest(2, "fml:loginwrapper", Bytes.of((byte) 1));
        LoginPluginResponse loaded = new LoginPluginResponse(2, Optional.of(Bytes.of((byte) 2)));
        CookieRequest cookie = new CookieRequest("a:b");
        CookieResponse kept = new CookieResponse("a:b", Optional.of(Bytes.of((byte) 3)));
        FakeConversation backend = new FakeConversation(NEWEST).says(mods, cookie, SUCCESS);
        client.says(loaded, kept);

        assertThat(login(backend)).isEqualTo(new BackendLogin.Result.Joined(SUCCESS));
        assertThat(client.happened()).containsExactly(mods, cookie);
        assertThat(backend.happened()).contains(loaded, kept);
    }

    @Test
    void blamesTheClientThatDoesNotAnswer() throws InterruptedException {
        LoginPluginRequest mods = new LoginPluginRequest(2, "fml:loginwrapper", Bytes.EMPTY);

        assertThat(login(new FakeConversation(NEWEST).says(mods)))
                .isEqualTo(new BackendLogin.Result.ClientFailed("asked by the backend: " + FakeConversation.SILENT));
        client.says(new KeepAlive(1));
        assertThat(login(new FakeConversation(NEWEST).says(mods)))
                .isEqualTo(new BackendLogin.Result.ClientFailed("asked by the backend: " + BackendLogin.NOT_ANSWERED));
    }

    @Test
    void passesOnWhyThePlayerIsRefused() throws InterruptedException {
        Component text = Component.text("banned");

        assertThat(login(new FakeConversation(NEWEST).says(new Disconnect(text))))
                .isEqualTo(new BackendLogin.Result.Refused(text));
    }

    @Test
    void namesOnlineMode() throws InterruptedException {
        EncryptionRequest request = new EncryptionRequest("", Bytes.EMPTY, Bytes.EMPTY, true);

        assertThat(login(new FakeConversation(NEWEST).says(request)))
                .isEqualTo(new BackendLogin.Result.Failed(BackendLogin.ONLINE_MODE));
    }

    @Test
    void failsAtWhatDoesNotBelongThere() throws InterruptedException {
        assertThat(login(new FakeConversation(NEWEST).says(new KeepAlive(1))))
                .isEqualTo(new BackendLogin.Result.Failed(BackendLogin.UNEXPECTED));
    }

    @Test
    void failsWhenTheBackendSaysNothing() throws InterruptedException {
        assertThat(login(new FakeConversation(NEWEST)))
                .isEqualTo(new BackendLogin.Result.Failed("login at the backend: " + FakeConversation.SILENT));
    }

    @Test
    void waitsNeverLongerThanItsLimitOrTheAllowedSilence() throws InterruptedException {
        FakeConversation patient = new FakeConversation(NEWEST).says(new SetCompression(1), SUCCESS);
        login(patient);
        assertThat(patient.patience())
                .hasSize(2)
                .anySatisfy(wait -> assertThat(wait).isGreaterThan(Duration.ofSeconds(30)))
                .allSatisfy(wait -> assertThat(wait).isPositive().isLessThanOrEqualTo(LIMIT));
        assertThat(patient.patience().get(1)).isLessThan(patient.patience().get(0));

        FakeConversation impatient = new FakeConversation(NEWEST).says(SUCCESS);
        login(impatient, Duration.ofSeconds(2));
        assertThat(impatient.patience()).containsExactly(Duration.ofSeconds(2));
    }
}
