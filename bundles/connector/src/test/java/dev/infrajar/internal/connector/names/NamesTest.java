// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.connector.ManualClock;
import dev.infrajar.internal.connector.NioTransport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Names as backends have them, asked of a real name server. */
@Timeout(60)
final class NamesTest {
    private static final String HOST = "mc.example.com";
    private static final Duration LONG = Duration.ofSeconds(30);

    /** With servers that are silent on purpose: waited for, and long enough for the others on a busy machine. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final NioTransport transport = new NioTransport();
    private final ManualClock clock = new ManualClock();
    private final Map<String, String> hostsFile = new ConcurrentHashMap<>();
    private final Map<String, String> platform = new ConcurrentHashMap<>();
    private final List<String> askedOfPlatform = new ArrayList<>();
    private DnsServer server;
    private volatile ResolvConf configuration = ResolvConf.NONE;
    private Names names;

    @BeforeEach
    void start() throws Exception {
        server = new DnsServer(transport.eventLoops());
        configuration = new ResolvConf(List.of(server.address()), List.of(), 1);
        names = names(LONG);
    }

    private Names names(Duration patience) {
        return Names.of(
                this::inHostsFile, new NameServers(transport, () -> configuration, patience), this::ofPlatform, clock);
    }

    @AfterEach
    void stop() {
        names.close();
        server.close();
        transport.close();
    }

    private Answer<List<InetAddress>> inHostsFile(String name) {
        String literal = hostsFile.get(name);
        return literal == null
                ? new Answer.None<>("not there")
                : new Answer.Found<>(List.of(InetAddress.ofLiteral(literal)), HostsFile.TTL);
    }

    private InetAddress[] ofPlatform(String host) throws UnknownHostException {
        synchronized (askedOfPlatform) {
            askedOfPlatform.add(host);
        }
        String literal = platform.get(host);
        if (literal == null) {
            throw new UnknownHostException(host);
        }
        return new InetAddress[] {InetAddress.ofLiteral(literal)};
    }

    private Answer<List<InetAddress>> addresses() throws InterruptedException {
        return names.addresses(HOST, Deadline.in(LONG));
    }

    private Answer<List<Service>> services() throws InterruptedException {
        return names.services(HOST, Deadline.in(LONG));
    }

    private static Answer<List<InetAddress>> found(int ttlSeconds, String... literals) {
        return new Answer.Found<>(
                List.of(literals).stream().map(InetAddress::ofLiteral).toList(), Duration.ofSeconds(ttlSeconds));
    }

    @Test
    void findsAllRecordsOfBothKindsAndKeepsThemAsLongAsTheShortest() throws Exception {
        server.addresses("mc.example.com.", 60, "10.0.0.1", "10.0.0.2");
        server.addresses("mc.example.com.", 40, "2001:db8::1");

        assertThat(addresses()).isEqualTo(found(40, "10.0.0.1", "10.0.0.2", "2001:db8::1"));
    }

    @Test
    void asksAgainWhenTheTimeToLiveIsOverAndNotBefore() throws Exception {
        server.addresses("mc.example.com.", 60, "10.0.0.1");
        addresses();
        server.addresses("mc.example.com.", 60, "10.0.0.9");

        clock.advance(Duration.ofSeconds(60).minusNanos(1));
        assertThat(addresses()).isEqualTo(found(60, "10.0.0.1"));
        clock.advance(Duration.ofNanos(1));

        assertThat(addresses()).isEqualTo(found(60, "10.0.0.9"));
    }

    @Test
    void shortestTimeToLiveInChainOfAliasesCounts() throws Exception {
        server.addresses("c.example.net.", 3000, "10.0.0.1");
        server.alias("b.example.net.", 20, "c.example.net.");
        server.alias("mc.example.com.", 300, "b.example.net.");

        assertThat(addresses()).isEqualTo(found(20, "10.0.0.1"));
    }

    @Test
    void hugeAndInvalidTimesToLiveAreBounded() throws Exception {
        server.addresses("mc.example.com.", Integer.MAX_VALUE, "10.0.0.1");

        assertThat(addresses()).isEqualTo(found(3600, "10.0.0.1"));
        assertThat(TimesToLive.of(0x8000_0000L)).isEqualTo(TimesToLive.SHORTEST);
        assertThat(TimesToLive.of(0)).isEqualTo(TimesToLive.SHORTEST);
    }

    @Test
    void hostsFileComesFirst() throws Exception {
        server.addresses("mc.example.com.", 60, "10.0.0.1");
        hostsFile.put(HOST, "10.7.7.7");

        assertThat(addresses()).isEqualTo(found(10, "10.7.7.7"));
        assertThat(server.questions()).isEmpty();
    }

    @Test
    void platformIsAskedForWhatDnsDoesNotKnow() throws Exception {
        platform.put(HOST, "10.8.8.8");

        assertThat(addresses()).isEqualTo(found(30, "10.8.8.8"));
        assertThat(server.questions()).containsExactlyInAnyOrder("A mc.example.com.", "AAAA mc.example.com.");
    }

    @Test
    void asksOnlyThePlatformWhereNoNameServerIsConfigured() throws Exception {
        configuration = ResolvConf.NONE;
        platform.put(HOST, "10.8.8.8");

        assertThat(addresses()).isEqualTo(found(30, "10.8.8.8"));
        assertThat(services()).isInstanceOf(Answer.None.class);
    }

    @Test
    void nextServerIsAskedWhenOneIsSilent() throws Exception {
        try (DnsServer silent = new DnsServer(transport.eventLoops())) {
            silent.become(DnsServer.Mood.IS_SILENT);
            names = names(SHORT);
            configuration = new ResolvConf(List.of(silent.address(), server.address()), List.of(), 1);
            server.addresses("mc.example.com.", 1, "10.0.0.1");

            assertThat(addresses()).isEqualTo(found(1, "10.0.0.1"));
            int askedInVain = silent.questions().size();
            clock.advance(Duration.ofSeconds(1));
            addresses();

            assertThat(silent.questions()).hasSize(askedInVain);
        }
    }

    @Test
    void nextServerIsAskedWhenOneFails() throws Exception {
        try (DnsServer failing = new DnsServer(transport.eventLoops())) {
            failing.become(DnsServer.Mood.FAILS);
            configuration = new ResolvConf(List.of(failing.address(), server.address()), List.of(), 1);
            server.addresses("mc.example.com.", 60, "10.0.0.1");

            assertThat(addresses()).isEqualTo(found(60, "10.0.0.1"));
        }
    }

    @Test
    void answerThatDoesNotFitDatagramComesOverTcp() throws Exception {
        server.addresses("mc.example.com.", 60, "10.0.0.1");
        server.become(DnsServer.Mood.TRUNCATES);

        assertThat(addresses()).isEqualTo(found(60, "10.0.0.1"));
    }

    @Test
    void shortNameIsFoundInSearchDomain() throws Exception {
        configuration = new ResolvConf(List.of(server.address()), List.of("example.com"), 1);
        server.addresses("mc.example.com.", 60, "10.0.0.1");

        assertThat(names.addresses("mc", Deadline.in(LONG))).isEqualTo(found(60, "10.0.0.1"));
    }

    @Test
    void lastGoodRecordsStayInUseWhileNobodyCanTell() throws Exception {
        server.addresses("mc.example.com.", 60, "10.0.0.1");
        Answer<List<InetAddress>> good = addresses();
        server.become(DnsServer.Mood.FAILS);
        clock.advance(Duration.ofSeconds(60));

        assertThat(addresses()).isEqualTo(good);
        server.become(DnsServer.Mood.ANSWERS);
        server.addresses("mc.example.com.", 60, "10.0.0.2");
        clock.advance(NameEntry.RETRY);

        // Nobody waits for the new ones as long as the last attempt has failed; they come from the background.
        while (addresses().equals(good)) {
            Thread.onSpinWait();
        }
        assertThat(addresses()).isEqualTo(found(60, "10.0.0.2"));
    }

    @Test
    void nameThatIsUnknownToAllIsAskedForAgainAfterFiveSeconds() throws Exception {
        assertThat(addresses()).isEqualTo(new Answer.Failed<>("unknown host name"));
        addresses();
        assertThat(askedOfPlatform).hasSize(1);
        server.addresses("mc.example.com.", 60, "10.0.0.1");
        clock.advance(NameEntry.RETRY);

        assertThat(addresses()).isEqualTo(found(60, "10.0.0.1"));
    }

    @Test
    void nameThatDnsCannotHaveIsUnknown() throws Exception {
        assertThat(names.addresses("a".repeat(80), Deadline.in(LONG)))
                .isEqualTo(new Answer.Failed<>("unknown host name"));
        assertThat(server.questions()).isEmpty();
    }

    @Test
    void literalIsItsOwnAddressAndAskedOfNobody() throws Exception {
        assertThat(names.addresses("2001:db8::7", Deadline.in(LONG))).isEqualTo(found(3600, "2001:db8::7"));
        assertThat(server.questions()).isEmpty();
        assertThat(askedOfPlatform).isEmpty();
    }

    @Test
    void findsServices() throws Exception {
        server.service("_minecraft._tcp.mc.example.com.", 50, 10, 5, 25570, "a.example.net.");
        server.service("_minecraft._tcp.mc.example.com.", 40, 20, 0, 25571, "b.example.net.");

        assertThat(services())
                .isEqualTo(new Answer.Found<>(
                        List.of(new Service("a.example.net", 25570, 10, 5), new Service("b.example.net", 25571, 20, 0)),
                        Duration.ofSeconds(40)));
    }

    @Test
    void serviceThatIsDecidedlyAbsentIsFoundEmpty() throws Exception {
        server.service("_minecraft._tcp.mc.example.com.", 50, 0, 0, 0, ".");

        assertThat(services()).isEqualTo(new Answer.Found<>(List.of(), Duration.ofSeconds(50)));
    }

    @Test
    void servicesThatAreGoneAreNotUsedAnyMore() throws Exception {
        server.service("_minecraft._tcp.mc.example.com.", 50, 0, 0, 25570, "a.example.net.");
        services();
        server.removeAll();
        clock.advance(Duration.ofSeconds(50));

        assertThat(services()).isEqualTo(new Answer.None<>("no SRV record"));
    }

    @Test
    void absenceOfServicesIsKeptForHalfMinute() throws Exception {
        services();
        clock.advance(NameEntry.NEGATIVE_TTL.minusNanos(1));
        services();
        assertThat(server.questions()).hasSize(1);

        clock.advance(Duration.ofNanos(1));
        services();

        assertThat(server.questions()).hasSize(2);
    }

    @Test
    void nameOfTheHostsFileHasNoServices() throws Exception {
        hostsFile.put(HOST, "10.7.7.7");

        assertThat(services()).isInstanceOf(Answer.None.class);
        assertThat(server.questions()).isEmpty();
    }

    @Test
    void knownServicesAreToldWithoutAsking() throws Exception {
        assertThat(names.knownServices(HOST)).isEmpty();
        Answer<List<Service>> asked = services();

        assertThat(names.knownServices(HOST)).contains(asked);
        assertThat(server.questions()).hasSize(1);
    }

    @Test
    void doubtedNameIsAskedForAgainAfterFiveSeconds() throws Exception {
        server.addresses("mc.example.com.", 600, "10.0.0.1");
        addresses();
        server.addresses("mc.example.com.", 600, "10.0.0.2");
        names.doubt(HOST);
        assertThat(addresses()).isEqualTo(found(600, "10.0.0.1"));

        clock.advance(NameEntry.RETRY);
        names.doubt(HOST);

        assertThat(addresses()).isEqualTo(found(600, "10.0.0.2"));
    }

    @Test
    void silentServersAreGivenUpAfterTwoRounds() throws Exception {
        server.become(DnsServer.Mood.IS_SILENT);
        NameServers servers = new NameServers(transport, () -> configuration, SHORT);

        assertThat(new DnsServices((Lookup<List<InetAddress>>) this::inHostsFile, servers).ask(HOST))
                .isEqualTo(new Answer.Failed<>("name server 127.0.0.1 does not answer"));
        assertThat(server.questions()).hasSize(2);
    }

    @Test
    void serverThatRefusesDatagramsCountsAsSilent() throws Exception {
        InetSocketAddress nobody = server.address();
        server.close();
        names = names(SHORT);
        configuration = new ResolvConf(List.of(nobody), List.of(), 1);
        platform.put(HOST, "10.8.8.8");

        assertThat(addresses()).isEqualTo(found(30, "10.8.8.8"));
    }

    @Test
    void answerThatCannotBeReadIsFailure() throws Exception {
        server.brokenService("_minecraft._tcp.mc.example.com.");

        assertThat(services())
                .isEqualTo(new Answer.Failed<>("name server 127.0.0.1 sends an answer that cannot be read"));
    }
}
