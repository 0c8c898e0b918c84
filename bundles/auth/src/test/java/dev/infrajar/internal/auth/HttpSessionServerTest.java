// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.infrajar.net.identity.GameProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSessionServerTest {
    private static final String PROFILE = "{\"id\":\"069a79f444e94726a5befca90e38aaf5\",\"name\":\"Notch\"}";
    private static final GameProfile NOTCH =
            new GameProfile(UUID.fromString("069a79f4-44e9-4726-a5be-fca90e38aaf5"), "Notch", List.of());
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Executor VIRTUAL_THREADS = task -> Thread.ofVirtual().start(task);

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final HttpServer http;

    HttpSessionServerTest() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(VIRTUAL_THREADS);
        http.start();
    }

    @AfterEach
    void stop() {
        release.countDown();
        http.stop(0);
    }

    private void answer(HttpHandler handler) {
        http.createContext("/", exchange -> {
            requests.add(String.valueOf(exchange.getRequestURI()));
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private static HttpHandler with(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    private void untilReleased(HttpExchange exchange) throws IOException {
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        with(200, PROFILE).handle(exchange);
    }

    private HttpSessionServer server(AuthConfig config) {
        return new HttpSessionServer(new SessionClient(), config);
    }

    private String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/session/minecraft/hasJoined";
    }

    private static SessionQuestion question(String address) throws IOException {
        return new SessionQuestion("a b&c", "-1f", InetAddress.getByName(address));
    }

    private SessionAnswer ask(Duration deadline) throws IOException, InterruptedException {
        return server(Samples.config(url(), deadline, 1)).ask(question("127.0.0.1"));
    }

    @Test
    void givesTheProfileOfWhoHasJoined() throws Exception {
        answer(with(200, PROFILE));
        assertThat(ask(LONG)).isEqualTo(new SessionAnswer.Joined(NOTCH));
        assertThat(requests).containsExactly("/session/minecraft/hasJoined?username=a+b%26c&serverId=-1f");
    }

    @Test
    void keepsTheQueryOfTheConfiguredAddress() throws Exception {
        answer(with(200, PROFILE));
        server(Samples.config(url() + "?realm=1", LONG, 1)).ask(question("127.0.0.1"));
        assertThat(requests).containsExactly("/session/minecraft/hasJoined?realm=1&username=a+b%26c&serverId=-1f");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, &ip=203.0.113.7",
        "2001:db8::1, &ip=2001%3Adb8%3A0%3A0%3A0%3A0%3A0%3A1",
        "127.0.0.1, ''",
        "192.168.1.5, ''",
        "10.0.0.1, ''",
        "fd00::1, ''",
        "fe80::1, ''"
    })
    void tellsThePublicAddressWhereThatIsWanted(String address, String query) throws Exception {
        answer(with(200, PROFILE));
        server(new AuthConfig(url(), LONG, 1, LONG, true)).ask(question(address));
        assertThat(requests).containsExactly("/session/minecraft/hasJoined?username=a+b%26c&serverId=-1f" + query);
    }

    @Test
    void tellsNoAddressElse() throws Exception {
        answer(with(200, PROFILE));
        server(Samples.config(url(), LONG, 1)).ask(question("203.0.113.7"));
        assertThat(requests).singleElement().asString().doesNotContain("ip=");
    }

    @ParameterizedTest
    @CsvSource({"204, ''", "200, ''"})
    void knowsWhoHasNotJoined(int status, String body) throws Exception {
        answer(with(status, body));
        assertThat(ask(LONG)).isEqualTo(new SessionAnswer.NotJoined());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 429, 500, 503})
    void isUnavailableWithAnyOtherStatus(int status) throws Exception {
        answer(with(status, PROFILE));
        assertThat(ask(LONG)).isEqualTo(new SessionAnswer.Unavailable("answers with HTTP status " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void goesNowhereElse(int status) throws Exception {
        answer(exchange -> {
            exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        });
        assertThat(ask(LONG)).isEqualTo(new SessionAnswer.Unavailable("answers with HTTP status " + status));
        assertThat(requests).hasSize(1);
    }

    @Test
    void isUnavailableWithoutAProfile() throws Exception {
        answer(with(200, "<html>sign in to the hotel's network</html>"));
        assertThat(ask(LONG))
                .isInstanceOfSatisfying(SessionAnswer.Unavailable.class, answer -> assertThat(answer.reason())
                        .startsWith("its answer")
                        .doesNotContain("hotel"));
    }

    @Test
    void readsNoMoreThanALimitedBody() throws Exception {
        answer(with(200, PROFILE + " ".repeat(HttpSessionServer.MAX_BODY_BYTES)));
        assertThat(ask(LONG)).isInstanceOf(SessionAnswer.Unavailable.class);
    }

    @Test
    void isUnavailableWhenNobodyListens() throws Exception {
        http.stop(0);
        assertThat(ask(LONG)).isInstanceOf(SessionAnswer.Unavailable.class);
    }

    @Test
    void isUnavailableWhenThereCanBeNoClient() throws Exception {
        HttpSessionServer server = new HttpSessionServer(
                () -> {
                    throw new UncheckedIOException(new IOException("thrown by the test"));
                },
                Samples.CONFIG);
        assertThat(server.ask(question("127.0.0.1"))).isInstanceOf(SessionAnswer.Unavailable.class);
    }

    @Test
    void givesUpAtTheDeadline() throws Exception {
        answer(this::untilReleased);
        assertThat(ask(SHORT)).isEqualTo(new SessionAnswer.Unavailable("no answer within 200 ms"));
    }

    @Test
    void givesUpAtTheDeadlineInTheMiddleOfABody() throws Exception {
        answer(exchange -> {
            exchange.sendResponseHeaders(200, PROFILE.length());
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            untilReleased(exchange);
        });
        assertThat(ask(SHORT)).isEqualTo(new SessionAnswer.Unavailable("no answer within 200 ms"));
    }

    private HttpSessionServer server(Duration deadline, Semaphore places) {
        return new HttpSessionServer(new SessionClient(), Samples.config(url(), deadline, 1), places);
    }

    @Test
    void waitsForAPlace() throws Exception {
        answer(with(200, PROFILE));
        Semaphore places = new Semaphore(0);
        HttpSessionServer server = server(LONG, places);
        FutureTask<SessionAnswer> waiting = new FutureTask<>(() -> server.ask(question("127.0.0.1")));
        VIRTUAL_THREADS.execute(waiting);
        while (!places.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        assertThat(requests).isEmpty();

        places.release();
        assertThat(waiting.get()).isEqualTo(new SessionAnswer.Joined(NOTCH));
        assertThat(places.availablePermits()).as("it has given its place back").isEqualTo(1);
    }

    @Test
    void isBusyWhenNoPlaceBecomesFree() throws Exception {
        answer(with(200, PROFILE));
        assertThat(server(SHORT, new Semaphore(0)).ask(question("127.0.0.1"))).isEqualTo(new SessionAnswer.Busy());
        assertThat(requests).isEmpty();
    }

    @Test
    void givesItsPlaceBackWhateverTheAnswer() throws Exception {
        answer(with(503, ""));
        Semaphore places = new Semaphore(1);
        server(LONG, places).ask(question("127.0.0.1"));
        assertThat(places.availablePermits()).isEqualTo(1);
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() throws Exception {
        CountDownLatch isAsked = new CountDownLatch(1);
        CountDownLatch isStopped = new CountDownLatch(1);
        answer(exchange -> {
            isAsked.countDown();
            untilReleased(exchange);
        });
        HttpSessionServer server = server(Samples.config(url(), LONG, 1));
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                server.ask(new SessionQuestion("a", "b", InetAddress.getLoopbackAddress()));
            } catch (InterruptedException e) {
                isStopped.countDown();
            }
        });
        isAsked.await();
        asking.interrupt();
        isStopped.await();

        release.countDown();
        assertThat(server.ask(question("127.0.0.1")))
                .as("its place is free again")
                .isEqualTo(new SessionAnswer.Joined(NOTCH));
    }
}
