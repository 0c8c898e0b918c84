// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.net.config.ServerRule;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.identity.ForwardedIdentity;
import dev.infrajar.net.identity.Identification;
import dev.infrajar.net.wire.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfiguredForwardingTest {
    private final Path secretFile;
    private ForwardingConfig config;
    private final ConfiguredForwarding forwarding = new ConfiguredForwarding(() -> config(), new Secrets());

    ConfiguredForwardingTest(@TempDir Path folder) throws IOException {
        secretFile = Files.writeString(folder.resolve("forwarding.secret"), "token");
        config = new ForwardingConfig(ForwardingMode.NONE, secretFile);
    }

    private ForwardingConfig config() {
        return config;
    }

    private void mode(ForwardingMode mode) {
        config = new ForwardingConfig(mode, secretFile);
    }

    private Identification identify(ServerDefinition server) {
        return forwarding.identify(server, Samples.player(774));
    }

    private Class<?> kind(Optional<ForwardingMode> own) {
        return identify(Samples.server(ProxyMode.PASSTHROUGH, own)) instanceof Identification.Possible(var identity)
                ? identity.getClass()
                : Identification.Impossible.class;
    }

    @Test
    void forwardsAsInfrarustTomlSays() {
        assertThat(kind(Optional.empty())).isEqualTo(PlainIdentity.class);
        mode(ForwardingMode.BUNGEECORD);
        assertThat(kind(Optional.empty())).isEqualTo(BungeeIdentity.class);
    }

    @Test
    void forwardsAsTheServerSaysBeforeAnythingElse() {
        assertThat(kind(Optional.of(ForwardingMode.BUNGEECORD))).isEqualTo(BungeeIdentity.class);
        mode(ForwardingMode.BUNGEECORD);
        assertThat(kind(Optional.of(ForwardingMode.NONE))).isEqualTo(PlainIdentity.class);
    }

    @Test
    void keepsWhatItHasDecidedForASession() {
        mode(ForwardingMode.BUNGEECORD);
        Identification before = identify(Samples.server(ProxyMode.PASSTHROUGH, Optional.empty()));
        mode(ForwardingMode.NONE);
        assertThat(kind(Optional.empty())).isEqualTo(PlainIdentity.class);
        assertThat(before)
                .isEqualTo(new Identification.Possible(new BungeeIdentity(Samples.player(774), Optional.empty())));
    }

    @Test
    void usesTheSecretForTokens() {
        mode(ForwardingMode.BUNGEEGUARD);
        assertThat(identify(Samples.server(ProxyMode.PASSTHROUGH, Optional.empty())))
                .isEqualTo(new Identification.Possible(
                        new BungeeIdentity(Samples.player(774), Optional.of(new Secret("token")))));
    }

    @Test
    void keepsPlayersOutWithoutASecret() throws IOException {
        Files.writeString(secretFile, "");
        mode(ForwardingMode.BUNGEEGUARD);
        assertThat(identify(Samples.server(ProxyMode.PASSTHROUGH, Optional.empty())))
                .isInstanceOfSatisfying(Identification.Impossible.class, impossible -> {
                    assertThat(impossible.reason()).startsWith(secretFile + ": must hold the secret");
                    assertThat(impossible.text()).asString().contains("not set up completely");
                });
    }

    @Test
    void triesABadSecretFileAgain() throws IOException {
        Files.writeString(secretFile, "");
        mode(ForwardingMode.BUNGEEGUARD);
        assertThat(kind(Optional.empty())).isEqualTo(Identification.Impossible.class);
        Files.writeString(secretFile, "mended");
        assertThat(kind(Optional.empty())).isEqualTo(BungeeIdentity.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSTHROUGH", "ZERO_COPY", "SERVER_ONLY"})
    void tellsRelayedBackendsNothingWhereEverybodyGetsVelocity(ProxyMode relayed) {
        mode(ForwardingMode.VELOCITY);
        assertThat(identify(Samples.server(relayed, Optional.empty())))
                .isEqualTo(new Identification.Possible(new PlainIdentity()));
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSTHROUGH", "ZERO_COPY", "SERVER_ONLY"})
    void refusesVelocityOfARelayedServer(ProxyMode relayed) {
        ServerDefinition server = Samples.server(relayed, Optional.of(ForwardingMode.VELOCITY));
        String rule = "forwarding_mode = \"velocity\", must be \"bungeecord\", \"bungeeguard\" or \"none\" with"
                + " proxy_mode = \"" + relayed.key() + "\": nobody answers the backend's question there";

        assertThat(new ServerForwardingConfig(Optional.of(ForwardingMode.VELOCITY)).problem(server))
                .contains(new ServerRule.Problem("forwarding_mode", rule));
        // A definition may come from elsewhere than a file.
        assertThat(identify(server))
                .isInstanceOfSatisfying(Identification.Impossible.class, impossible -> assertThat(impossible.reason())
                        .isEqualTo("servers/lobby.toml: " + rule));
    }

    @ParameterizedTest
    @EnumSource(names = "VELOCITY", mode = EnumSource.Mode.EXCLUDE)
    void acceptsOtherModesOfARelayedServer(ForwardingMode mode) {
        ServerDefinition server = Samples.server(ProxyMode.ZERO_COPY, Optional.of(mode));
        assertThat(new ServerForwardingConfig(Optional.of(mode)).problem(server))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLIENT_ONLY", "OFFLINE"})
    void answersVelocityWhereTheProxyTakesPart(ProxyMode intercepted) {
        mode(ForwardingMode.VELOCITY);
        assertThat(identify(Samples.server(intercepted, Optional.empty())))
                .isEqualTo(new Identification.Possible(new VelocityIdentity(Samples.player(774), new Secret("token"))));
        ServerDefinition server = Samples.server(intercepted, Optional.of(ForwardingMode.VELOCITY));
        assertThat(new ServerForwardingConfig(Optional.of(ForwardingMode.VELOCITY)).problem(server))
                .isEmpty();
    }

    @Test
    void saysWhetherTheBackendAsks() {
        assertThat(new PlainIdentity().hasAnswers()).isFalse();
        assertThat(new BungeeIdentity(Samples.player(774), Optional.empty()).hasAnswers())
                .isFalse();
        assertThat(new VelocityIdentity(Samples.player(774), new Secret("token")).hasAnswers())
                .isTrue();
    }

    @Test
    void tellsNothingWithoutForwarding() {
        ForwardedIdentity identity = new PlainIdentity();
        assertThat(identity.host("a.example", "\0FML\0")).isEqualTo("a.example\0FML\0");
        assertThat(identity.answer("velocity:player_info", Bytes.EMPTY)).isEmpty();
    }
}
