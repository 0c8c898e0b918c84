// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.internal.bans.store.BanStore;
import dev.infrajar.internal.bans.store.ManualClock;
import dev.infrajar.internal.bans.store.SampleBans;
import dev.infrajar.internal.bans.store.Target;
import dev.infrajar.net.admission.LoginAttempt;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.Timeouts;
import dev.infrajar.net.transport.ClientConnection;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.kyori.adventure.text.serializer.legacy.LegacyComponentSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BanGateTest {
    private static final UUID ID = UUID.fromString("550e8400-e29b-41d4-a716-446655440000");

    private final ManualClock clock = new ManualClock();
    private final BanStore store;
    private final BanGate gate;

    BanGateTest(@TempDir Path folder) {
        store = BanStore.open(folder.resolve("bans.json"), clock, () -> true);
        gate = new BanGate(store::index, clock);
    }

    private static ClientConnection from(String address) {
        InetSocketAddress client = new InetSocketAddress(InetAddress.ofLiteral(address), 40_000);
        return new ClientConnection(new EmbeddedChannel(), client, client, false);
    }

    private static LoginAttempt login(String name, Optional<UUID> uuid) {
        return new LoginAttempt(name, uuid, false, server());
    }

    private static ServerDefinition server() {
        return new ServerDefinition(
                "play",
                List.of("play.test"),
                List.of(BackendAddress.of(new HostAndPort("10.0.0.1", 25565))),
                ProxyMode.PASSTHROUGH,
                false,
                new DomainRewrite.None(),
                new Timeouts(Optional.empty(), Duration.ZERO, Duration.ZERO),
                0,
                "",
                "play.toml",
                Map.of());
    }

    private Verdict loginFrom(String address, String name) {
        return gate.login(from(address), login(name, Optional.of(ID)));
    }

    private static void assertRefused(Verdict verdict, String reason, String text) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Refuse.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(LegacyComponentSerializer.legacySection().serialize(refusal.text()))
                    .isEqualTo(text);
        });
    }

    @Test
    void letsEverybodyInWhileNobodyIsBanned() {
        assertThat(gate.connection(from("1.2.3.4"))).isEqualTo(Verdict.PASS);
        assertThat(loginFrom("1.2.3.4", "Steve")).isEqualTo(Verdict.PASS);
        assertThat(gate.login(from("::1"), login("Steve", Optional.empty()))).isEqualTo(Verdict.PASS);
    }

    @Test
    void closesBannedAddressesWithoutAWord() {
        store.ban(SampleBans.permanent(Target.address("10.0.0.0/8")));

        assertThat(gate.connection(from("10.1.2.3"))).isEqualTo(new Verdict.Drop("banned address"));
        assertThat(gate.connection(from("11.1.2.3"))).isEqualTo(Verdict.PASS);
    }

    @Test
    void asksNothingButTheAddressBeforeTheLogin() {
        store.ban(SampleBans.permanent(Target.address("10.0.0.0/8")));

        assertThat(gate.request(from("10.1.2.3"), RequestKind.STATUS)).isEqualTo(Verdict.PASS);
        assertThat(gate.server(from("10.1.2.3"), RequestKind.LOGIN, server())).isEqualTo(Verdict.PASS);
    }

    @Test
    void refusesBannedNamesWithTheText() {
        store.ban(SampleBans.during(Target.name("STEVE"), Duration.ofDays(7)));

        assertThat(gate.connection(from("1.2.3.4"))).isEqualTo(Verdict.PASS);
        assertRefused(loginFrom("1.2.3.4", "Steve"), "banned name", "griefing\n\nTime left: 7 days");
        assertThat(loginFrom("1.2.3.4", "Alex")).isEqualTo(Verdict.PASS);
    }

    @Test
    void refusesBannedUuids() {
        store.ban(SampleBans.permanent(new Target.Id(ID)));

        assertRefused(
                loginFrom("1.2.3.4", "Steve"), "banned UUID", "Banned by administrator\n\nThis ban is permanent.");
        assertThat(gate.login(from("1.2.3.4"), login("Steve", Optional.of(new UUID(1, 2)))))
                .isEqualTo(Verdict.PASS);
        assertThat(gate.login(from("1.2.3.4"), login("Steve", Optional.empty())))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void refusesAPlayerWhoseAddressWasBannedAfterItConnected() {
        ClientConnection connection = from("1.2.3.4");
        assertThat(gate.connection(connection)).isEqualTo(Verdict.PASS);

        store.ban(SampleBans.permanent(Target.address("1.2.3.4")));

        assertRefused(
                gate.login(connection, login("Steve", Optional.empty())),
                "banned address",
                "Banned by administrator\n\nThis ban is permanent.");
    }

    @Test
    void letsInFromTheMomentOfExpiryOn() {
        store.ban(SampleBans.during(Target.name("Steve"), Duration.ofSeconds(1)));
        store.ban(SampleBans.during(Target.address("1.2.3.4"), Duration.ofSeconds(1)));
        assertThat(gate.connection(from("1.2.3.4"))).isNotEqualTo(Verdict.PASS);

        clock.pass(Duration.ofSeconds(1));

        assertThat(gate.connection(from("1.2.3.4"))).isEqualTo(Verdict.PASS);
        assertThat(loginFrom("1.2.3.4", "Steve")).isEqualTo(Verdict.PASS);
    }
}
