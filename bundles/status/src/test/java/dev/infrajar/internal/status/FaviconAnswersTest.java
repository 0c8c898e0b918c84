// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import static dev.infrajar.internal.status.Fixtures.DEAD_PORT;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.sun.net.httpserver.HttpServer;
import dev.infrajar.internal.status.document.StatusDocument;
import dev.infrajar.internal.status.motd.MotdEntry;
import dev.infrajar.internal.status.relay.Relayed;
import dev.infrajar.net.core.ServerState;
import dev.infrajar.net.core.StatusQuery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Icons in answers. */
@Timeout(60)
final class FaviconAnswersTest {
    private static final int PROTOCOL = 774;
    private static final byte[] PNG = Fixtures.png(64, 64);
    private static final String DATA_URI =
            "data:image/png;base64," + Base64.getEncoder().encodeToString(PNG);
    private static final String BACKEND_ICON = "data:image/png;base64,AA==";

    private final FakeRelay relay = new FakeRelay();
    private final Rig rig = new Rig(relay);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void iconOfTheBackendStaysWhereTheOverlayHasNone() {
        relay.behaviour = _ -> answer("text");

        assertThat(icon(rig.answer(online(MotdEntry.of("ours"))))).isEqualTo(BACKEND_ICON);
    }

    @Test
    void iconOfTheOverlayWinsOverThatOfTheBackend() {
        relay.behaviour = _ -> answer("text");

        assertThat(icon(rig.answer(online(entry("ours", DATA_URI))))).isEqualTo(DATA_URI);
    }

    @Test
    void downStatesAndUnknownHostsShowTheirIcon() {
        rig.states.put("survival", ServerState.SLEEPING);
        StatusQuery asleep = query(Map.of("sleeping", entry("zzz", DATA_URI)));

        assertThat(icon(rig.now(asleep))).isEqualTo(DATA_URI);
    }

    @Test
    void iconIsLeftOutWhereTheAnswerWouldBeTooLongWithIt() {
        String large = Base64.getEncoder().encodeToString(Arrays.copyOf(PNG, 15_000));
        relay.behaviour = _ -> {
            StatusDocument document = StatusDocument.of("Paper", PROTOCOL, 5, 20, new JsonPrimitive("text"));
            document.json().addProperty("forgeData", "x".repeat(15_000));
            return new Relayed.Answer(document);
        };

        JsonObject answer = rig.answer(online(entry("ours", large)));

        assertThat(Rig.text(answer)).isEqualTo("ours");
        assertThat(answer.has("forgeData")).isTrue();
        assertThat(answer.has("favicon")).isFalse();
    }

    @Test
    void iconAtAnAddressAppearsWhenItIsThereAndTheAddressNever() throws IOException {
        relay.behaviour = _ -> answer("text");
        CountDownLatch mayAnswer = new CountDownLatch(1);
        HttpServer server = iconServer(mayAnswer);
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/icon.png";
            StatusQuery query = online(entry("ours", address));
            JsonObject before = rig.answer(query);
            assertThat(icon(before)).isEqualTo(BACKEND_ICON);
            assertThat(before.toString()).doesNotContain("127.0.0.1");
            assertThat(rig.isThereNow(query)).isTrue();

            mayAnswer.countDown();
            Until.isTrue("the icon is there", () -> !rig.isThereNow(query));

            assertThat(icon(rig.answer(query))).isEqualTo(DATA_URI);
            assertThat(icon(rig.now(query))).isEqualTo(DATA_URI);
            rig.states.put("survival", ServerState.STARTING);
            StatusQuery starting = query(Map.of("starting", entry("soon", address)));
            assertThat(icon(rig.now(starting))).isEqualTo(DATA_URI);
        } finally {
            mayAnswer.countDown();
            server.stop(0);
        }
    }

    private static HttpServer iconServer(CountDownLatch mayAnswer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(Thread::startVirtualThread);
        server.createContext("/icon.png", exchange -> {
            try (exchange) {
                mayAnswer.await();
                exchange.sendResponseHeaders(200, PNG.length);
                exchange.getResponseBody().write(PNG);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        return server;
    }

    private static Relayed answer(String text) {
        return new Relayed.Answer(StatusDocument.of("Paper", PROTOCOL, 5, 20, new JsonPrimitive(text))
                .withFavicon(Optional.of(BACKEND_ICON)));
    }

    private static StatusQuery online(MotdEntry overlay) {
        return query(Map.of("online", overlay));
    }

    private static StatusQuery query(Map<String, MotdEntry> entries) {
        return Fixtures.query(PROTOCOL, Fixtures.server(DEAD_PORT, Fixtures.motdOf(entries)));
    }

    private static MotdEntry entry(String text, String favicon) {
        return new MotdEntry(text, Optional.of(favicon), Optional.empty(), Optional.empty());
    }

    private static String icon(JsonObject answer) {
        return answer.get("favicon").getAsString();
    }
}
