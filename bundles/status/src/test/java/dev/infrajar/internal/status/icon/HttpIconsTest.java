// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.icon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.infrajar.internal.status.Until;
import dev.infrajar.internal.status.motd.Favicon;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class HttpIconsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch isOver = new CountDownLatch(1);
    private final HttpServer server;
    private final HttpIcons icons = new HttpIcons(threads, LONG);

    HttpIconsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        isOver.countDown();
        icons.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void getsWhatIsThere() throws Exception {
        serve("/icon.png", exchange -> send(exchange, 200, new byte[] {1, 2, 3}));

        assertThat(icons.load(address("/icon.png"))).containsExactly(1, 2, 3);
    }

    @Test
    void followsARedirection() throws Exception {
        serve("/icon.png", exchange -> send(exchange, 200, new byte[] {1}));
        redirect("/moved", "/icon.png");

        assertThat(icons.load(address("/moved"))).containsExactly(1);
    }

    @Test
    void doesNotFollowRedirectionsForEver() {
        redirect("/circle", "/circle");

        assertThatThrownBy(() -> icons.load(address("/circle")))
                .isInstanceOf(IOException.class)
                .hasMessage("is answered with HTTP status 302");
    }

    @Test
    void anotherStatusIsAFailure() {
        serve("/icon.png", exchange -> send(exchange, 404, new byte[0]));

        assertThatThrownBy(() -> icons.load(address("/icon.png")))
                .isInstanceOf(IOException.class)
                .hasMessage("is answered with HTTP status 404");
    }

    @Test
    void doesNotReadMoreThanAnIconCanHave() throws Exception {
        serve("/limit", exchange -> send(exchange, 200, new byte[Favicon.MAX_BYTES]));
        serve("/more", exchange -> send(exchange, 200, new byte[Favicon.MAX_BYTES + 1]));

        assertThat(icons.load(address("/limit"))).hasSize(Favicon.MAX_BYTES);
        assertThatThrownBy(() -> icons.load(address("/more")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be fetched");
    }

    @Test
    void nobodyThereIsAFailure() {
        server.stop(0);

        assertThatThrownBy(() -> icons.load(address("/icon.png")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be fetched");
    }

    @Test
    void bodyThatDoesNotEndIsAFailure() {
        serve("/drip", this::neverEnd);
        try (HttpIcons impatient = new HttpIcons(threads, Duration.ofMillis(200))) {
            assertThatThrownBy(() -> impatient.load(address("/drip")))
                    .isInstanceOf(IOException.class)
                    .hasMessage("did not come within 0 s");
        }
    }

    @Test
    void closingEndsWhatIsGoingOnAndLeavesNoThread() throws Exception {
        CountDownLatch isAsked = new CountDownLatch(1);
        serve("/drip", exchange -> {
            isAsked.countDown();
            neverEnd(exchange);
        });
        FutureTask<byte[]> loading = new FutureTask<>(() -> icons.load(address("/drip")));
        Thread.startVirtualThread(loading);
        assertThat(isAsked.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(hasClientThread()).isTrue();

        icons.close();

        assertThatThrownBy(() -> loading.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
        Until.isTrue("the client's thread ends", () -> !hasClientThread());
        assertThatThrownBy(() -> icons.load(address("/drip"))).hasMessage("is not fetched any more");
    }

    private static boolean hasClientThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("HttpClient-"));
    }

    private void neverEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write(1);
        exchange.getResponseBody().flush();
        try {
            isOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private void redirect(String from, String to) {
        serve(from, exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            send(exchange, 302, new byte[0]);
        });
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
