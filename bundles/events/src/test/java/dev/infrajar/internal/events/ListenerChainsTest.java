// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.api.event.LoginDecision;
import dev.infrajar.api.event.LoginEvent;
import dev.infrajar.api.event.ServerConnectDecision;
import dev.infrajar.api.event.ServerConnectEvent;
import dev.infrajar.api.event.StatusAnswer;
import dev.infrajar.api.event.StatusEvent;
import dev.infrajar.api.server.Server;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.core.LoginVerdict;
import dev.infrajar.net.core.ServerLookup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import net.kyori.adventure.text.Component;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenerChainsTest {
    private static final Server LOBBY = new FakeServer("lobby");
    private static final Component BANNED = Component.text("banned");
    private static final ServerLookup SERVERS = id ->
            Optional.of(id).filter(Set.of("lobby", "games", "events")::contains).map(FakeServer::new);
    private static final LoginEvent LOGIN = new LoginEvent(new FakePlayer("Steve"), LOBBY);

    private final ListenerChains chains = new ListenerChains(new Limits(Duration.ofHours(1), Duration.ofHours(1)));
    private final FakePlugin plugin = new FakePlugin("com.example.one");
    private final FakePlugin other = new FakePlugin("com.example.two");
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        chains.close();
    }

    @Test
    void asksTheHighestRankingFirstThenInTheOrderOfRegistration() {
        plugin.register(chains.loginListeners(), 0, event -> note("first registered"));
        plugin.register(chains.loginListeners(), 0, event -> note("second registered"));
        other.register(chains.loginListeners(), 5, event -> note("ranked higher"));

        assertThat(chains.login(LOGIN, SERVERS)).isEqualTo(LoginVerdict.ALLOW);
        assertThat(seen).containsExactly("ranked higher", "first registered", "second registered");
    }

    @Test
    void movesAListenerWhoseRankingChanges() {
        plugin.register(chains.loginListeners(), 1, event -> note("one"));
        Rank rank = other.register(chains.loginListeners(), 0, event -> note("two"));

        chains.loginListeners().change(new Rank(2, rank.serviceId()), Topics.ALL);

        chains.login(LOGIN, SERVERS);
        assertThat(seen).containsExactly("two", "one");
    }

    @Test
    void endsTheChainAtADenial() {
        plugin.register(chains.loginListeners(), 1, event -> LoginDecision.deny(BANNED));
        other.register(chains.loginListeners(), 0, event -> note("asked"));

        assertThat(chains.login(LOGIN, SERVERS)).isEqualTo(new LoginVerdict.Deny(BANNED));
        assertThat(seen).isEmpty();
    }

    @Test
    void showsARedirectToTheListenersAfterIt() {
        plugin.register(chains.loginListeners(), 1, event -> LoginDecision.redirect("games"));
        other.register(chains.loginListeners(), 0, event -> note(event.target().id()));

        assertThat(chains.login(LOGIN, SERVERS))
                .isEqualTo(new LoginVerdict.Allow(Optional.of("games"), LoginVerdict.Proof.AS_CONFIGURED));
        assertThat(seen).containsExactly("games");
    }

    @Test
    void lastWordAboutAProofCountsAndGoesWithTheRedirect() {
        plugin.register(chains.loginListeners(), 3, event -> LoginDecision.forceOffline());
        plugin.register(chains.loginListeners(), 2, event -> LoginDecision.forceOnline());
        plugin.register(chains.loginListeners(), 1, event -> LoginDecision.redirect("games"));

        assertThat(chains.login(LOGIN, SERVERS))
                .isEqualTo(new LoginVerdict.Allow(Optional.of("games"), LoginVerdict.Proof.REQUIRED));
    }

    @Test
    void takesTheLastRedirect() {
        plugin.register(chains.serverConnectListeners(), 1, event -> ServerConnectDecision.connectTo("games"));
        other.register(chains.serverConnectListeners(), 0, event -> ServerConnectDecision.connectTo("events"));

        assertThat(connect()).isEqualTo(ServerConnectDecision.connectTo("events"));
    }

    @Test
    void keepsARedirectWhenALaterOneLeadsNowhere() {
        plugin.register(chains.serverConnectListeners(), 1, event -> ServerConnectDecision.connectTo("games"));
        other.register(chains.serverConnectListeners(), 0, event -> ServerConnectDecision.connectTo("nowhere"));

        assertThat(connect()).isEqualTo(ServerConnectDecision.connectTo("games"));
        assertThat(cost(other)).satisfies(cost -> {
            assertThat(cost.failures()).isEqualTo(1);
            assertThat(cost.lastFailure()).contains("chose the server \"nowhere\", which does not exist");
        });
    }

    @Test
    void deniesAConnectionToABackend() {
        plugin.register(chains.serverConnectListeners(), event -> ServerConnectDecision.deny(BANNED));

        assertThat(connect()).isEqualTo(ServerConnectDecision.deny(BANNED));
    }

    @Test
    void handsTheStatusFromOneListenerToTheNext() {
        plugin.register(chains.statusListeners(), 1, event -> event.answer().withPlayers(1, 2));
        other.register(chains.statusListeners(), 0, event -> {
            note(event.answer().onlinePlayers() + " of " + event.answer().maxPlayers());
            return event.answer().withDescription(BANNED);
        });

        StatusAnswer answer = chains.status(ping());

        assertThat(seen).containsExactly("1 of 2");
        assertThat(answer.onlinePlayers()).isEqualTo(1);
        assertThat(answer.description()).isEqualTo(BANNED);
    }

    @Test
    void saysWhetherAnybodyWantsPings() {
        assertThat(chains.hasStatusListeners()).isFalse();
        Rank rank = plugin.register(chains.statusListeners(), StatusEvent::answer);
        assertThat(chains.hasStatusListeners()).isTrue();

        chains.statusListeners().remove(rank.serviceId());

        assertThat(chains.hasStatusListeners()).isFalse();
    }

    @Test
    void tellsOfADisconnectWithoutWaiting() throws InterruptedException {
        CountDownLatch mayReturn = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(2);
        plugin.register(chains.disconnectListeners(), 1, event -> {
            told.countDown();
            awaitQuietly(mayReturn);
        });
        other.register(chains.disconnectListeners(), 0, event -> told.countDown());

        chains.disconnect(
                new DisconnectEvent(new FakePlayer("Steve"), DisconnectEvent.Cause.CLIENT_CLOSED, "closed", 1, 2));

        mayReturn.countDown();
        told.await();
    }

    @Test
    void runsListenersOnTheThreadsOfTheirBundle() {
        plugin.register(
                chains.loginListeners(), event -> note(Thread.currentThread().getName()));

        chains.login(LOGIN, SERVERS);

        assertThat(seen).singleElement().asString().startsWith("com.example.one-");
    }

    @Test
    void listsTheCostsOfEveryKindOfListener() {
        plugin.register(chains.disconnectListeners(), event -> {});
        plugin.register(chains.loginListeners(), event -> LoginDecision.allow());
        other.register(chains.statusListeners(), StatusEvent::answer);
        chains.login(LOGIN, SERVERS);

        assertThat(chains.costs())
                .extracting(ListenerCost::listener)
                .containsExactly("StatusListener", "LoginListener", "DisconnectListener");
        assertThat(chains.costs())
                .filteredOn(cost -> cost.listener().equals("LoginListener"))
                .singleElement()
                .satisfies(cost -> {
                    assertThat(cost.bundle()).isEqualTo("com.example.one");
                    assertThat(cost.calls()).isEqualTo(1);
                    assertThat(cost.time().totalNanos()).isPositive();
                    assertThat(cost.failures()).isZero();
                    assertThat(cost.lastFailure()).isEmpty();
                });
    }

    private LoginDecision note(String what) {
        seen.add(what);
        return LoginDecision.allow();
    }

    private ServerConnectDecision connect() {
        return chains.serverConnect(new ServerConnectEvent(new FakePlayer("Steve"), LOBBY), SERVERS);
    }

    private ListenerCost cost(FakePlugin of) {
        return chains.costs().stream()
                .filter(cost -> cost.bundle().equals(of.origin().bundle()))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static StatusEvent ping() {
        return new StatusEvent(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
                "example.com",
                774,
                Optional.empty(),
                new StatusAnswer(Component.text("a server"), "1.21.11", 774, 0, 20, List.of(), Optional.empty()));
    }
}
