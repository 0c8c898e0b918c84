// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.session.FakeForwarder;
import dev.infrajar.internal.session.Samples;
import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.forward.Link;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.identity.GameProfile;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.kyori.adventure.text.Component;
import org.junit.jupiter.api.Test;

class SessionTableTest {
    private final Intake intake = new Intake();
    private final SessionTable table = new SessionTable(intake);
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final List<Outcome> ends = new ArrayList<>();

    private PlayerSession loggingIn(String name) {
        PlayerSession session = Samples.session(table, name, Samples.connection(channel));
        table.add(session);
        return session;
    }

    private PlayerSession session(String name) {
        PlayerSession session = loggingIn(name);
        Link link = new Link(
                new End(channel, Unpooled.EMPTY_BUFFER, false),
                new End(channel, Unpooled.EMPTY_BUFFER, false),
                ends::add);
        table.relay(
                session,
                new PlayerSession.Relay(
                        "copy", FakeForwarder.factory().create(link), PlayerSession.ForwardedExit.WITHOUT_TEXT));
        return session;
    }

    @Test
    void givesOutNoMorePlacesThanThereAre() {
        assertThat(table.takePlace("lobby", 2)).isTrue();
        assertThat(table.takePlace("lobby", 2)).isTrue();
        assertThat(table.takePlace("lobby", 2)).isFalse();

        table.giveBackPlace("lobby");

        assertThat(table.countOn("lobby")).isEqualTo(1);
        assertThat(table.takePlace("lobby", 2)).isTrue();
    }

    @Test
    void givesOutPlacesWithoutEndWhereNoLimitIsSet() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(table.takePlace("lobby", 0)).isTrue();
        }
        assertThat(table.countOn("lobby")).isEqualTo(1_000);
    }

    @Test
    void findsSessionsByNameIgnoringCase() {
        PlayerSession first = session("Notch");
        PlayerSession second = session("NOTCH");
        session("Jeb");

        assertThat(table.named("notch")).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void findsSessionsByUuidServerAndNumber() {
        PlayerSession claimed = session("Notch");
        claimed.identifiedAs(GameProfile.offline("Notch"), false);
        PlayerSession proved = session("Notch");
        proved.identifiedAs(GameProfile.offline("Notch"), true);
        proved.connectingTo("lobby");
        PlayerSession waiting = loggingIn("Notch");
        waiting.identifiedAs(GameProfile.offline("Notch"), true);
        waiting.connectingTo("lobby");

        assertThat(table.withUuid(GameProfile.offlineUuid("Notch"))).containsExactly(claimed, proved);
        assertThat(table.withUuid(GameProfile.offlineUuid("Jeb"))).isEmpty();
        assertThat(table.on("lobby")).containsExactly(proved);
        assertThat(table.session(claimed.sessionId())).containsSame(claimed);
        assertThat(table.session(waiting.sessionId())).isEmpty();
    }

    @Test
    void listsSessionsOldestFirst() {
        PlayerSession first = session("b");
        PlayerSession second = session("a");

        assertThat(table.infos()).extracting(info -> info.player().name()).containsExactly("b", "a");
        table.remove(first);
        assertThat(table.all()).containsExactly(second);
    }

    @Test
    void knowsThoseWhoAreLoggingInAndCountsThoseWhoAreRelayed() {
        PlayerSession relayed = session("in");
        PlayerSession waiting = loggingIn("waiting");

        assertThat(table.players()).containsExactly(relayed, waiting);
        assertThat(table.count()).isEqualTo(1);
        assertThat(table.infos()).hasSize(1);
        assertThat(table.named("waiting")).isEmpty();

        table.remove(waiting);
        assertThat(table.count()).isEqualTo(1);
        table.remove(relayed);
        table.remove(relayed);
        assertThat(table.count()).isZero();
        assertThat(table.players()).isEmpty();
    }

    @Test
    void disconnectsSessionsAtTheirStage() {
        List<String> refused = new ArrayList<>();
        PlayerSession relayed = session("in");
        PlayerSession waiting = loggingIn("waiting");
        waiting.leavesBy((text, reason) -> refused.add(reason));

        assertThat(table.disconnect(relayed.sessionId(), Component.text("out"), "banned"))
                .isTrue();
        assertThat(table.disconnect(waiting.sessionId(), Component.text("out"), "banned too"))
                .isTrue();
        assertThat(table.disconnect(99, Component.text("out"), "nobody")).isFalse();
        channel.runPendingTasks();

        assertThat(ends).containsExactly(new Outcome.Failed(Blame.PROXY, "banned"));
        assertThat(refused).containsExactly("banned too");
    }

    @Test
    void countsAllSessionsAsUsersOfItsOwnBundle() {
        session("in");
        loggingIn("waiting");

        assertThat(table.holding(SessionTable.class.getClassLoader())).isEqualTo(2);
        assertThat(table.holding(ClassLoader.getPlatformClassLoader())).isZero();
    }

    @Test
    void countsThoseWhoUseAnObjectOfAnotherBundle() {
        ClassLoader other = new ClassLoader() {};
        Object part = Proxy.newProxyInstance(other, new Class<?>[] {Runnable.class}, (proxy, method, arguments) -> 0);
        PlayerSession waiting = loggingIn("waiting");
        session("in");
        assertThat(table.holding(other)).isZero();

        waiting.madeOf(() -> Stream.of(this, part));

        assertThat(table.holding(other)).isEqualTo(1);
    }

    @Test
    void saysWhetherTheProxyTakesPlayers() {
        assertThat(table.isDrained()).isFalse();
        intake.drain();
        assertThat(table.isDrained()).isTrue();
    }

    @Test
    void makesNamesHarmlessInLogLines() {
        assertThat(session("evil\n\u001b[31m").toString()).startsWith("evil??[31m (session ");
        assertThat(LogText.of("x".repeat(200))).hasSize(101);
    }

    @Test
    void provedLoginEndsTheOtherSessionsOfItsAccount() {
        proved("Notch");
        PlayerSession second = loggingIn("notch");
        second.identifiedAs(GameProfile.offline("Notch"), true);

        var _ = table.replaceOthers(second, Component.text("elsewhere"));
        channel.runPendingTasks();

        assertThat(ends).containsExactly(new Outcome.Failed(Blame.PROXY, "the player has logged in again"));
        assertThat(second.isConnected()).isTrue();
    }

    @Test
    void nextProvedLoginEndsTheOneThatReplacedTheFirst() {
        PlayerSession first = proved("Notch");
        PlayerSession second = proved("Notch");
        first.end();
        table.remove(first);
        PlayerSession third = proved("Notch");
        channel.runPendingTasks();

        assertThat(ends).hasSize(2);
        assertThat(second.isConnected() && third.isConnected()).isTrue();
    }

    @Test
    void sessionThatIsOverIsNotReplaced() {
        PlayerSession first = proved("Notch");
        first.end();
        table.remove(first);
        proved("Notch");
        channel.runPendingTasks();

        assertThat(ends).isEmpty();
    }

    @Test
    void provedLoginCanWaitUntilTheOtherSessionHasGone() throws Exception {
        PlayerSession first = proved("Notch");
        PlayerSession second = loggingIn("Notch");
        second.identifiedAs(GameProfile.offline("Notch"), true);

        PlayerSession other =
                table.replaceOthers(second, Component.text("elsewhere")).orElseThrow();

        assertThat(other).isSameAs(first);
        assertThat(other.awaitGone(Duration.ZERO)).isFalse();
        other.gone();
        assertThat(other.awaitGone(Duration.ZERO)).isTrue();
        assertThat(table.replaceOthers(second, Component.text("elsewhere"))).isEmpty();
    }

    private PlayerSession proved(String name) {
        PlayerSession session = session(name);
        session.identifiedAs(GameProfile.offline(name), true);
        var _ = table.replaceOthers(session, Component.text("elsewhere"));
        return session;
    }

    @Test
    void provedLoginLeavesThoseAloneWhoOnlyClaimToBeItsPlayer() {
        session("Notch");
        PlayerSession claimed = session("Notch");
        claimed.identifiedAs(GameProfile.offline("Notch"), false);
        PlayerSession proved = loggingIn("Notch");
        proved.identifiedAs(GameProfile.offline("Notch"), true);

        var _ = table.replaceOthers(proved, Component.text("elsewhere"));
        channel.runPendingTasks();

        assertThat(ends).isEmpty();
    }
}
