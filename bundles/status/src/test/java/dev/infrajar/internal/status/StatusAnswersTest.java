// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import static dev.infrajar.internal.status.Fixtures.DEAD_PORT;
import static dev.infrajar.internal.status.Fixtures.SERVER_MAX_PLAYERS;
import static dev.infrajar.internal.status.Fixtures.SESSIONS_IN_ALL;
import static dev.infrajar.internal.status.Fixtures.SESSIONS_ON_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.infrajar.api.event.StatusEvent;
import dev.infrajar.internal.status.motd.DefaultMotdConfig;
import dev.infrajar.internal.status.motd.MotdConfig;
import dev.infrajar.internal.status.motd.MotdEntry;
import dev.infrajar.internal.status.relay.StatusRelay;
import dev.infrajar.net.core.StatusQuery;
import dev.infrajar.net.core.StatusReply;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import net.kyori.adventure.text.Component;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class StatusAnswersTest {
    private static final int PROTOCOL = 47;
    /** What pingers send that belong to no version. */
    private static final int NO_VERSION = -1;

    private static final int NEWEST = 777;

    private final PlainConnector connector = new PlainConnector();
    private final Rig rig = new Rig(new StatusRelay(connector, connector.loops, Duration.ofSeconds(30)));

    @AfterEach
    void stop() {
        rig.close();
        connector.close();
    }

    @Test
    void unknownHostIsAnsweredAtOnceWithTheClientsProtocol() {
        assertThat(rig.now(Fixtures.unknown(PROTOCOL)))
                .isEqualTo(Rig.json("{\"version\":{\"name\":\"Infrajar\",\"protocol\":47},"
                        + "\"players\":{\"max\":0,\"online\":" + SESSIONS_IN_ALL + "},"
                        + "\"description\":\"An Infrajar proxy\"}"));
    }

    @Test
    void unknownHostShowsTheDefaultMotdAndFollowsItsChanges() {
        rig.defaults.set(defaultOnline(Fixtures.entry("§aone", "1.x", 50)));
        JsonObject first = rig.now(Fixtures.unknown(PROTOCOL));
        rig.defaults.set(defaultOnline(MotdEntry.of("two")));

        assertThat(first)
                .isEqualTo(Rig.json("{\"version\":{\"name\":\"1.x\",\"protocol\":47},"
                        + "\"players\":{\"max\":50,\"online\":" + SESSIONS_IN_ALL + "},"
                        + "\"description\":{\"text\":\"one\",\"color\":\"green\"}}"));
        assertThat(rig.now(Fixtures.unknown(PROTOCOL)).get("description").getAsString())
                .isEqualTo("two");
    }

    @Test
    void legacyPingOfNoKnownHostIsAnsweredAtOnce() {
        assertThat(rig.answers.answerNow(Fixtures.legacy(Fixtures.unknown(PROTOCOL))))
                .contains(new StatusReply.Legacy(NEWEST, "Infrajar", "An Infrajar proxy", SESSIONS_IN_ALL, 0));
    }

    @Test
    void pingOfNoVersionGetsAWholeAnswerOfOurs() {
        rig.defaults.set(defaultOnline(MotdEntry.of("Say \"hi\" \\ there")));

        JsonObject answer = rig.now(Fixtures.unknown(NO_VERSION));

        assertThat(answer.get("description").getAsString()).isEqualTo("Say \"hi\" \\ there");
        assertThat(Rig.protocol(answer)).isEqualTo(NO_VERSION);
        assertThat(answer.getAsJsonObject("players").get("online").getAsInt()).isEqualTo(SESSIONS_IN_ALL);
    }

    @Test
    void pingOfNoVersionGetsAllThatTheBackendSaysToSuchAPing() throws Exception {
        String whole =
                "{\"version\":{\"name\":\"Paper 1.21.11\",\"protocol\":774},\"players\":{\"max\":20,\"online\":3,"
                        + "\"sample\":[{\"name\":\"Steve\",\"id\":\"00000000-0000-0000-0000-000000000001\"}]},"
                        + "\"description\":{\"text\":\"A backend\"},\"favicon\":\"data:image/png;base64,AA==\","
                        + "\"forgeData\":{\"channels\":[]}}";
        try (FakeBackend backend = FakeBackend.answering(whole)) {
            assertThat(rig.answer(Fixtures.query(NO_VERSION, Fixtures.server(backend.port()))))
                    .isEqualTo(Rig.json(whole));
            assertThat(backend.request.join().protocol()).isEqualTo(NO_VERSION);
        }
    }

    @Test
    void pluginsCanTellALegacyPingFromOneOfNoVersion() {
        FakeDispatcher events = FakeDispatcher.with(answer -> answer);
        rig.events = events;

        rig.answers.answer(Fixtures.unknown(NO_VERSION));
        rig.answers.answer(Fixtures.legacy(Fixtures.unknown(PROTOCOL)));

        assertThat(events.seen).extracting(StatusEvent::protocol).containsExactly(NO_VERSION, NO_VERSION);
        assertThat(events.seen).extracting(StatusEvent::isLegacy).containsExactly(false, true);
    }

    @Test
    void waitsForPluginsWhereThereAreListeners() {
        rig.events = FakeDispatcher.withoutListeners();
        assertThat(rig.answers.answerNow(Fixtures.unknown(PROTOCOL))).isPresent();

        rig.events = FakeDispatcher.with(answer -> answer.withPlayers(1, 2));
        assertThat(rig.answers.answerNow(Fixtures.unknown(PROTOCOL))).isEmpty();
        assertThat(rig.answer(Fixtures.unknown(PROTOCOL)).get("players"))
                .isEqualTo(Rig.json("{\"max\":2,\"online\":1}"));
    }

    @Test
    void showsPluginsWhoAsksAndForWhat() {
        FakeDispatcher events = FakeDispatcher.with(answer -> answer);
        rig.events = events;
        StatusQuery query = Fixtures.query(PROTOCOL, Fixtures.server(DEAD_PORT));

        rig.answers.answer(query);

        assertThat(events.seen).singleElement().satisfies(event -> {
            assertThat(event.remoteAddress()).isEqualTo(query.client());
            assertThat(event.virtualHost()).isEqualTo("mc.example.com");
            assertThat(event.protocol()).isEqualTo(PROTOCOL);
            assertThat(event.serverId()).contains("survival");
            assertThat(event.answer().maxPlayers()).isEqualTo(SERVER_MAX_PLAYERS);
        });
    }

    @Test
    void answerThatPluginsMadeTooLongIsSentAsItWas() {
        rig.events = FakeDispatcher.with(answer -> answer.withDescription(Component.text("x".repeat(40_000))));

        assertThat(rig.answer(Fixtures.unknown(PROTOCOL)).get("description").getAsString())
                .isEqualTo("An Infrajar proxy");
    }

    @Test
    void knownHostShowsWhatTheBackendSays() throws Exception {
        try (FakeBackend backend = FakeBackend.answering(Fixtures.ANSWER)) {
            StatusQuery query = Fixtures.query(PROTOCOL, Fixtures.server(backend.port()));

            assertThat(rig.answers.answerNow(query)).isEmpty();
            assertThat(rig.answer(query)).isEqualTo(Rig.json(Fixtures.ANSWER));
            assertThat(backend.request.join().protocol()).isEqualTo(PROTOCOL);
        }
    }

    @Test
    void motdOnlineOverlaysTheBackendsAnswer() throws Exception {
        MotdConfig motd = Fixtures.motdOf(Map.of("online", Fixtures.entry("§aours", "any", 99)));
        try (FakeBackend backend = FakeBackend.answering(Fixtures.ANSWER)) {
            assertThat(rig.answer(Fixtures.query(PROTOCOL, Fixtures.server(backend.port(), motd))))
                    .isEqualTo(Rig.json("{\"version\":{\"name\":\"any\",\"protocol\":774},"
                            + "\"players\":{\"max\":99,\"online\":5},"
                            + "\"description\":{\"text\":\"ours\",\"color\":\"green\"}}"));
        }
    }

    @Test
    void motdOnlineWithATextAloneKeepsTheRest() throws Exception {
        MotdConfig motd = Fixtures.motd(Map.of("online", "ours"));
        JsonObject expected = Rig.json(Fixtures.ANSWER);
        expected.addProperty("description", "ours");
        try (FakeBackend backend = FakeBackend.answering(Fixtures.ANSWER)) {
            assertThat(rig.answer(Fixtures.query(PROTOCOL, Fixtures.server(backend.port(), motd))))
                    .isEqualTo(expected);
        }
    }

    @Test
    void answerTooLongToPassOnCountsAsUnreachable() throws Exception {
        // Line separators are escaped on the way out: six characters for one.
        String growing = Fixtures.ANSWER.replace("A backend", "\u2028".repeat(10_000));
        try (FakeBackend backend = FakeBackend.answering(growing)) {
            assertThat(rig.answer(Fixtures.query(PROTOCOL, Fixtures.server(backend.port())))
                            .get("description"))
                    .isEqualTo(Rig.json("{\"text\":\"Server unreachable\",\"color\":\"red\"}"));
        }
    }

    @Test
    void unreachableServerIsShownWithItsCountAndMaximum() {
        assertThat(rig.answer(Fixtures.query(PROTOCOL, Fixtures.server(DEAD_PORT))))
                .isEqualTo(Rig.json("{\"version\":{\"name\":\"Infrajar\",\"protocol\":47},"
                        + "\"players\":{\"max\":" + SERVER_MAX_PLAYERS + ",\"online\":" + SESSIONS_ON_SERVER + "},"
                        + "\"description\":{\"text\":\"Server unreachable\",\"color\":\"red\"}}"));
    }

    @Test
    void versionNameOfTheUnreachableStateIsSeenInPlaceOfTheCount() {
        MotdConfig motd = Fixtures.motdOf(Map.of("unreachable", Fixtures.entry("gone", "Offline", 3)));

        JsonObject answer = rig.answer(Fixtures.query(PROTOCOL, Fixtures.server(DEAD_PORT, motd)));

        assertThat(answer.get("version")).isEqualTo(Rig.json("{\"name\":\"Offline\",\"protocol\":-1}"));
        assertThat(answer.getAsJsonObject("players").get("max").getAsInt()).isEqualTo(3);
    }

    @Test
    void legacyPingShowsTheBackendsAnswerOnOneLine() throws Exception {
        String colourful = Fixtures.ANSWER.replace(
                "{\"text\":\"A backend\"}", "{\"text\":\"one\\n\",\"color\":\"gold\",\"extra\":[\"two\"]}");
        try (FakeBackend backend = FakeBackend.answering(colourful)) {
            StatusReply reply =
                    rig.answers.answer(Fixtures.legacy(Fixtures.query(PROTOCOL, Fixtures.server(backend.port()))));

            assertThat(reply).isEqualTo(new StatusReply.Legacy(774, "Paper 1.21.11", "§6one two", 5, 20));
            assertThat(backend.request.join().protocol()).isEqualTo(NEWEST);
        }
    }

    @Test
    void interruptedPingIsAnsweredAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        StatusReply reply = rig.answers.answer(Fixtures.query(PROTOCOL, Fixtures.server(DEAD_PORT)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(reply).isInstanceOf(StatusReply.Json.class);
    }

    private static DefaultMotdConfig defaultOnline(MotdEntry entry) {
        return new DefaultMotdConfig(
                Optional.of(entry),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
