// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import static dev.infrajar.internal.status.Fixtures.DEAD_PORT;
import static dev.infrajar.internal.status.Fixtures.SERVER_MAX_PLAYERS;
import static dev.infrajar.internal.status.Fixtures.SESSIONS_IN_ALL;
import static dev.infrajar.internal.status.Fixtures.SESSIONS_ON_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.StatusQuery;
import dev.infrajar.net.core.StatusReply;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import net.kyori.adventure.text.Component;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RelayingStatusResponderTest {
    private static final int PROTOCOL = 47;
    private static final int LEGACY = -1;
    private static final int NEWEST = 777;

    private final PlainConnector connector = new PlainConnector();
    private final AtomicReference<DefaultMotdConfig> defaults = new AtomicReference<>(DefaultMotdConfig.NONE);
    private final RelayingStatusResponder responder = new RelayingStatusResponder(
            new StatusRelay(connector, connector.loops, Duration.ofSeconds(30)), Fixtures.sessions(), defaults::get);

    @AfterEach
    void stopLoops() {
        connector.close();
    }

    @Test
    void unknownHostIsAnsweredAtOnceWithTheClientsProtocol() {
        assertThat(now(Fixtures.unknown(PROTOCOL)))
                .isEqualTo(json("{\"version\":{\"name\":\"Infrajar\",\"protocol\":47},"
                        + "\"players\":{\"max\":0,\"online\":" + SESSIONS_IN_ALL + "},"
                        + "\"description\":\"An Infrajar proxy\"}"));
    }

    @Test
    void unknownHostShowsTheDefaultMotdAndFollowsItsChanges() {
        defaults.set(DefaultMotdConfig.of(Optional.of(Fixtures.entry("§aone", "1.x", 50)), Optional.empty()));
        JsonObject first = now(Fixtures.unknown(PROTOCOL));
        defaults.set(DefaultMotdConfig.of(Optional.of(MotdEntry.of("two")), Optional.empty()));

        assertThat(first)
                .isEqualTo(json("{\"version\":{\"name\":\"1.x\",\"protocol\":47},"
                        + "\"players\":{\"max\":50,\"online\":" + SESSIONS_IN_ALL + "},"
                        + "\"description\":{\"text\":\"one\",\"color\":\"green\"}}"));
        assertThat(now(Fixtures.unknown(PROTOCOL)).get("description").getAsString())
                .isEqualTo("two");
    }

    @Test
    void legacyPingOfNoKnownHostIsAnsweredAtOnce() {
        assertThat(responder.answerNow(Fixtures.unknown(LEGACY)))
                .contains(new StatusReply.Legacy(NEWEST, "Infrajar", "An Infrajar proxy", SESSIONS_IN_ALL, 0));
    }

    @Test
    void waitsForPluginsWhereThereAreListeners() {
        responder.events = FakeDispatcher.withoutListeners();
        assertThat(responder.answerNow(Fixtures.unknown(PROTOCOL))).isPresent();

        responder.events = FakeDispatcher.with(answer -> answer.withPlayers(1, 2));
        assertThat(responder.answerNow(Fixtures.unknown(PROTOCOL))).isEmpty();
        assertThat(answer(Fixtures.unknown(PROTOCOL)).get("players")).isEqualTo(json("{\"max\":2,\"online\":1}"));
    }

    @Test
    void showsPluginsWhoAsksAndForWhat() {
        FakeDispatcher events = FakeDispatcher.with(answer -> answer);
        responder.events = events;
        StatusQuery query = Fixtures.query(PROTOCOL, Fixtures.server(DEAD_PORT));

        responder.answer(query);

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
        responder.events = FakeDispatcher.with(answer -> answer.withDescription(Component.text("x".repeat(40_000))));

        assertThat(answer(Fixtures.unknown(PROTOCOL)).get("description").getAsString())
                .isEqualTo("An Infrajar proxy");
    }

    @Test
    void knownHostShowsWhatTheBackendSays() throws Exception {
        try (FakeBackend backend = FakeBackend.answering(Fixtures.ANSWER)) {
            StatusQuery query = Fixtures.query(PROTOCOL, Fixtures.server(backend.port()));

            assertThat(responder.answerNow(query)).isEmpty();
            assertThat(answer(query)).isEqualTo(json(Fixtures.ANSWER));
            assertThat(backend.request.join().protocol()).isEqualTo(PROTOCOL);
        }
    }

    @Test
    void motdOnlineOverlaysTheBackendsAnswer() throws Exception {
        MotdConfig motd = MotdConfig.of(Optional.of(Fixtures.entry("§aours", "any", 99)), Optional.empty());
        try (FakeBackend backend = FakeBackend.answering(Fixtures.ANSWER)) {
            assertThat(answer(Fixtures.query(PROTOCOL, Fixtures.server(backend.port(), motd))))
                    .isEqualTo(json("{\"version\":{\"name\":\"any\",\"protocol\":774},"
                            + "\"players\":{\"max\":99,\"online\":5},"
                            + "\"description\":{\"text\":\"ours\",\"color\":\"green\"}}"));
        }
    }

    @Test
    void motdOnlineWithATextAloneKeepsTheRest() throws Exception {
        MotdConfig motd = MotdConfig.of(Optional.of(MotdEntry.of("ours")), Optional.empty());
        JsonObject expected = json(Fixtures.ANSWER);
        expected.addProperty("description", "ours");
        try (FakeBackend backend = FakeBackend.answering(Fixtures.ANSWER)) {
            assertThat(answer(Fixtures.query(PROTOCOL, Fixtures.server(backend.port(), motd))))
                    .isEqualTo(expected);
        }
    }

    @Test
    void answerTooLongToPassOnCountsAsUnreachable() throws Exception {
        // Line separators are escaped on the way out: six characters for one.
        String growing = Fixtures.ANSWER.replace("A backend", "\u2028".repeat(10_000));
        try (FakeBackend backend = FakeBackend.answering(growing)) {
            assertThat(answer(Fixtures.query(PROTOCOL, Fixtures.server(backend.port())))
                            .get("description"))
                    .isEqualTo(json("{\"text\":\"Server unreachable\",\"color\":\"red\"}"));
        }
    }

    @Test
    void unreachableServerIsShownWithItsCountAndMaximum() {
        assertThat(answer(Fixtures.query(PROTOCOL, Fixtures.server(DEAD_PORT))))
                .isEqualTo(json("{\"version\":{\"name\":\"Infrajar\",\"protocol\":47},"
                        + "\"players\":{\"max\":" + SERVER_MAX_PLAYERS + ",\"online\":" + SESSIONS_ON_SERVER + "},"
                        + "\"description\":{\"text\":\"Server unreachable\",\"color\":\"red\"}}"));
    }

    @Test
    void ownUnreachableTextWinsOverTheDefaultOne() {
        defaults.set(DefaultMotdConfig.of(Optional.empty(), Optional.of(MotdEntry.of("default"))));
        MotdConfig own = MotdConfig.of(Optional.empty(), Optional.of(MotdEntry.of("own")));

        assertThat(description(Fixtures.server(DEAD_PORT))).isEqualTo("default");
        assertThat(description(Fixtures.server(DEAD_PORT, own))).isEqualTo("own");
    }

    @Test
    void versionNameOfTheUnreachableStateIsSeenInPlaceOfTheCount() {
        MotdConfig motd = MotdConfig.of(Optional.empty(), Optional.of(Fixtures.entry("gone", "Offline", 3)));

        JsonObject answer = answer(Fixtures.query(PROTOCOL, Fixtures.server(DEAD_PORT, motd)));

        assertThat(answer.get("version")).isEqualTo(json("{\"name\":\"Offline\",\"protocol\":-1}"));
        assertThat(answer.getAsJsonObject("players").get("max").getAsInt()).isEqualTo(3);
    }

    @Test
    void legacyPingShowsTheBackendsAnswerOnOneLine() throws Exception {
        String colourful = Fixtures.ANSWER.replace(
                "{\"text\":\"A backend\"}", "{\"text\":\"one\\n\",\"color\":\"gold\",\"extra\":[\"two\"]}");
        try (FakeBackend backend = FakeBackend.answering(colourful)) {
            StatusReply reply = responder.answer(Fixtures.query(LEGACY, Fixtures.server(backend.port())));

            assertThat(reply).isEqualTo(new StatusReply.Legacy(774, "Paper 1.21.11", "§6one two", 5, 20));
            assertThat(backend.request.join().protocol()).isEqualTo(NEWEST);
        }
    }

    @Test
    void interruptedPingIsAnsweredAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        StatusReply reply = responder.answer(Fixtures.query(PROTOCOL, Fixtures.server(DEAD_PORT)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(reply).isInstanceOf(StatusReply.Json.class);
    }

    private String description(ServerDefinition server) {
        return answer(Fixtures.query(PROTOCOL, server)).get("description").getAsString();
    }

    private JsonObject now(StatusQuery query) {
        return json(((StatusReply.Json) responder.answerNow(query).orElseThrow()).text());
    }

    private JsonObject answer(StatusQuery query) {
        return json(((StatusReply.Json) responder.answer(query)).text());
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
