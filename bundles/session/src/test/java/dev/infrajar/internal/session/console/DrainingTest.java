// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.internal.session.Samples;
import dev.infrajar.internal.session.player.Intake;
import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.Backends;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrainingTest {
    private final Intake intake = new Intake();
    private final SessionTable table = new SessionTable(intake);
    private final FakeBackends backends = new FakeBackends();
    private @Nullable Backends connector = backends;
    private final Draining draining =
            new Draining(table, intake, () -> Samples.router("lobby", "games"), () -> connector);

    /** Notes what is drained. */
    private static final class FakeBackends implements Backends {
        final Set<String> drained = new HashSet<>();

        @Override
        public List<State> of(ServerDefinition server) {
            return server.addresses().stream()
                    .map(BackendAddress::target)
                    .map(address -> new State(address, 1, Health.UP, false, 0, Optional.empty(), Optional.empty()))
                    .toList();
        }

        @Override
        public boolean drain(ServerDefinition server, Optional<HostAndPort> address) {
            if (address.isPresent() && address.get().port() != 1) {
                throw new IllegalArgumentException("lobby has 127.0.0.1:1");
            }
            return drained.add(server.id() + " " + address);
        }

        @Override
        public boolean undrain(String server, Optional<HostAndPort> address) {
            return drained.remove(server + " " + address);
        }
    }

    private String set(boolean isDrained, String... arguments) {
        StringWriter text = new StringWriter();
        try (ConsoleWriter out = new ConsoleWriter(text, ConsoleWriter.UNLIMITED)) {
            draining.set(List.of(arguments), isDrained, out);
        }
        return text.toString().strip();
    }

    @Test
    void drainsTheProxyAsAWhole() {
        assertThat(set(true))
                .contains("new logins are refused")
                .contains("0 sessions stay")
                .contains("restart");
        assertThat(set(true)).isEqualTo("The proxy is drained already.");
        assertThat(intake.isClosed()).isTrue();

        assertThat(set(false)).isEqualTo("The proxy takes new players again.");
        assertThat(set(false)).isEqualTo("The proxy is not drained.");
        assertThat(intake.isClosed()).isFalse();
    }

    @Test
    void drainsServersAndTheirAddresses() {
        Samples.relay(table, "Notch", new EmbeddedChannel(), new ArrayList<>());

        assertThat(set(true, "lobby")).startsWith("lobby is drained").contains("1 on the server");
        assertThat(set(true, "lobby")).isEqualTo("lobby is drained already.");
        assertThat(set(true, "lobby", "127.0.0.1:1")).startsWith("lobby at 127.0.0.1:1 is drained");
        assertThat(backends.drained).hasSize(2);

        assertThat(set(false, "lobby")).isEqualTo("lobby gets new sessions again.");
        assertThat(set(false, "lobby", "127.0.0.1:1")).endsWith("gets new sessions again.");
        assertThat(set(false, "lobby")).isEqualTo("lobby is not drained.");
        assertThat(backends.drained).isEmpty();
        assertThat(intake.isClosed()).isFalse();
    }

    @Test
    void namesWhatExistsWhenAskedForSomethingElse() {
        assertThatThrownBy(() -> set(true, "survival"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no server survival; there are: games, lobby");
        assertThatThrownBy(() -> set(true, "lobby", "127.0.0.1:2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lobby has 127.0.0.1:1");
    }

    @Test
    void undrainsWhatHasLeftTheConfiguration() {
        backends.drained.add("survival Optional.empty");
        backends.drained.add("lobby Optional[10.0.0.9:25565]");

        assertThat(set(false, "survival")).isEqualTo("survival gets new sessions again.");
        assertThat(set(false, "lobby", "10.0.0.9")).isEqualTo("lobby at 10.0.0.9:25565 gets new sessions again.");
        assertThatThrownBy(() -> set(false, "survival")).hasMessageStartingWith("there is no server survival");
    }

    @Test
    void saysSoWhileTheConnectorIsAway() {
        connector = null;

        assertThat(set(true, "lobby")).contains("the connector is away");
    }

    @Test
    void completesServersThenAddresses() {
        assertThat(draining.complete(List.of(""))).containsExactly("games", "lobby");
        assertThat(draining.complete(List.of("lobby", ""))).containsExactly("127.0.0.1:1");
        assertThat(draining.complete(List.of("nowhere", ""))).isEmpty();
        assertThat(draining.complete(List.of("lobby", "127.0.0.1:1", ""))).isEmpty();
    }
}
