// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.Timeouts;
import dev.infrajar.net.transport.Cidr;
import dev.infrajar.net.transport.ClientConnection;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.kyori.adventure.text.Component;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressGateTest {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final ManualClock clock = new ManualClock();
    private final RateLimit logins = new RateLimit(clock, new Rate(3, WINDOW));
    private final RateLimit pings = new RateLimit(clock, new Rate(5, WINDOW));
    private final Refusals refusals = new Refusals();
    private final List<String> lines = new ArrayList<>();
    private final List<EmbeddedChannel> channels = new ArrayList<>();
    private GuardConfig ceiling = new GuardConfig(0);
    private IpFilterConfig filter = new IpFilterConfig(List.of(), List.of());
    private final AddressGate gate = new AddressGate(
            new AddressGate.Settings(() -> ceiling, () -> filter),
            new AddressGate.Counters(logins, pings, new OpenConnections(), refusals, new LimitLog(clock, lines::add)));

    @AfterEach
    void close() {
        channels.forEach(EmbeddedChannel::finishAndReleaseAll);
    }

    private ClientConnection from(String address) {
        EmbeddedChannel channel = new EmbeddedChannel();
        channels.add(channel);
        return new ClientConnection(
                channel,
                new InetSocketAddress(InetAddress.ofLiteral(address), 50_000),
                new InetSocketAddress("198.51.100.1", 25_565),
                false);
    }

    private Verdict login(String address) {
        return gate.request(from(address), RequestKind.LOGIN);
    }

    private Verdict ping(String address) {
        return gate.request(from(address), RequestKind.STATUS);
    }

    private static List<Cidr> blocks(String texts) {
        return Stream.of(texts.split(" ", -1))
                .filter(text -> !text.isEmpty())
                .map(Cidr::parse)
                .toList();
    }

    private static ServerDefinition server(Map<Class<?>, Object> parts) {
        return new ServerDefinition(
                "lobby",
                List.of("lobby.test"),
                List.of(),
                ProxyMode.PASSTHROUGH,
                false,
                new DomainRewrite.None(),
                new Timeouts(Optional.empty(), Duration.ZERO, Duration.ZERO),
                0,
                "",
                "lobby.toml",
                parts);
    }

    private static Verdict refusal(String text, Reason reason) {
        return new Verdict.Refuse(Component.text(text), reason.text());
    }

    @Test
    void refusesTheFourthLoginWithAText() {
        for (int i = 0; i < 3; i++) {
            assertThat(login("203.0.113.7")).isEqualTo(Verdict.PASS);
        }

        assertThat(login("203.0.113.7")).isEqualTo(refusal("Rate limit exceeded", Reason.LOGIN_RATE));
        assertThat(login("203.0.113.8")).isEqualTo(Verdict.PASS);
    }

    @Test
    void countsPingsApartFromLogins() {
        for (int i = 0; i < 5; i++) {
            assertThat(ping("203.0.113.7")).isEqualTo(Verdict.PASS);
        }

        assertThat(ping("203.0.113.7")).isEqualTo(new Verdict.Drop(Reason.STATUS_RATE.text()));
        assertThat(login("203.0.113.7")).isEqualTo(Verdict.PASS);
    }

    @Test
    void countsIpv6BySubnet() {
        for (int i = 0; i < 3; i++) {
            assertThat(login("2001:db8:0:1::" + i)).isEqualTo(Verdict.PASS);
        }

        assertThat(login("2001:db8:0:1:ffff::")).isInstanceOf(Verdict.Refuse.class);
        assertThat(login("2001:db8:0:2::")).isEqualTo(Verdict.PASS);
    }

    @Test
    void tellsTheOperatorWhichKeyHasLockedAClientOut() {
        for (int i = 0; i < 10; i++) {
            login("203.0.113.7");
        }

        assertThat(lines)
                .singleElement()
                .asString()
                .contains("203.0.113.7")
                .contains("[rate_limit] max_connections")
                .contains("3 in 10s")
                .contains("receive_proxy_protocol");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 203.0.113.7, true",
        "'', 203.0.113.0/24, 203.0.113.7, false",
        "'', 203.0.113.0/24, 203.0.114.7, true",
        "203.0.113.0/24, '', 203.0.113.7, true",
        "203.0.113.0/24, '', 203.0.114.7, false",
        "203.0.113.0/24, 203.0.113.7, 203.0.113.8, true",
        "203.0.113.0/24, 203.0.113.7, 203.0.113.7, false",
        "203.0.113.7, 203.0.113.0/24, 203.0.113.7, false",
        "2001:db8::/32, '', 2001:db8::1, true",
        "2001:db8::/32, '', 203.0.113.7, false",
        "'', ::ffff:203.0.113.0/120, 203.0.113.7, false",
        "'', 203.0.113.7, ::ffff:203.0.113.7, false",
        "203.0.113.7, '', 127.0.0.1, false"
    })
    void filtersByBothLists(String whitelist, String blacklist, String address, boolean passes) {
        filter = new IpFilterConfig(blocks(whitelist), blocks(blacklist));
        var lists = new ServerIpFilterConfig(blocks(whitelist), blocks(blacklist));
        ServerDefinition server = server(Map.of(ServerIpFilterConfig.class, lists));

        assertThat(login(address) instanceof Verdict.Pass).isEqualTo(passes);
        assertThat(ping(address) instanceof Verdict.Pass).isEqualTo(passes);
        assertThat(gate.server(from(address), RequestKind.LOGIN, server) instanceof Verdict.Pass)
                .isEqualTo(passes);
        assertThat(gate.server(from(address), RequestKind.STATUS, server) instanceof Verdict.Pass)
                .isEqualTo(passes);
    }

    @Test
    void saysWhichFilterRefuses() {
        filter = new IpFilterConfig(List.of(), blocks("203.0.113.7 2001:db8::1"));
        ServerDefinition server =
                server(Map.of(ServerIpFilterConfig.class, new ServerIpFilterConfig(blocks("10.0.0.0/8"), List.of())));

        assertThat(login("203.0.113.7")).isEqualTo(refusal("IP 203.0.113.7 is not allowed", Reason.ADDRESS_FILTER));
        assertThat(login("2001:db8::1")).isEqualTo(refusal("IP 2001:db8::1 is not allowed", Reason.ADDRESS_FILTER));
        assertThat(ping("203.0.113.7")).isEqualTo(new Verdict.Drop(Reason.ADDRESS_FILTER.text()));
        assertThat(gate.server(from("203.0.113.8"), RequestKind.LOGIN, server))
                .isEqualTo(refusal("IP 203.0.113.8 is not allowed on this server", Reason.SERVER_ADDRESS_FILTER));
        assertThat(gate.server(from("203.0.113.8"), RequestKind.STATUS, server))
                .isEqualTo(new Verdict.Drop(Reason.SERVER_ADDRESS_FILTER.text()));
    }

    @Test
    void serverWithoutAFilterIsOpen() {
        assertThat(gate.server(from("203.0.113.7"), RequestKind.LOGIN, server(Map.of())))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void filteredLoginsDoNotCountAsLogins() {
        filter = new IpFilterConfig(List.of(), blocks("203.0.113.7"));
        for (int i = 0; i < 10; i++) {
            login("203.0.113.7");
        }

        filter = new IpFilterConfig(List.of(), List.of());

        assertThat(login("203.0.113.7")).isEqualTo(Verdict.PASS);
        assertThat(lines).as("a filter locks out who is meant").isEmpty();
    }

    @Test
    void closesConnectionsBeyondTheCeilingOfAnAddress() {
        ceiling = new GuardConfig(2);
        assertThat(gate.connection(from("203.0.113.7"))).isEqualTo(Verdict.PASS);
        assertThat(gate.connection(from("203.0.113.7"))).isEqualTo(Verdict.PASS);

        assertThat(gate.connection(from("203.0.113.7"))).isEqualTo(new Verdict.Drop(Reason.OPEN_CONNECTIONS.text()));
        assertThat(gate.connection(from("203.0.113.8"))).isEqualTo(Verdict.PASS);
        channels.getFirst().close();
        assertThat(gate.connection(from("203.0.113.7"))).isEqualTo(Verdict.PASS);
        assertThat(lines).singleElement().asString().contains("max_connections_per_address = 2");
    }

    @Test
    void commandShowsCountsAndTheAddressesRefusedMost() {
        for (int i = 0; i < 5; i++) {
            login("203.0.113.7");
        }
        for (int i = 0; i < 10; i++) {
            login("2001:db8::1");
        }
        StringWriter text = new StringWriter();

        new LimitsCommand(refusals).run(List.of(), new ConsoleWriter(text, ConsoleWriter.UNLIMITED));

        assertThat(text.toString().lines())
                .contains("9        rate limit of logins", "0        rate limit of pings")
                .endsWith("7        2001:db8::/64", "2        203.0.113.7");
    }
}
