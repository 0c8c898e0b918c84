// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.identity.Authentication;
import dev.infrajar.net.identity.ClientLogin;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthComponentTest {
    private final HttpServer http;
    private final Section section;
    private final CipherRegistry ciphers = new CipherRegistry();

    /** The section as the configuration bundle offers it. */
    private static final class Section implements ConfigValue<AuthConfig> {
        private AuthConfig now;
        private @Nullable Change<AuthConfig> change;

        Section(AuthConfig now) {
            this.now = now;
        }

        Optional<String> set(AuthConfig next) {
            now = next;
            return change == null ? Optional.empty() : change.apply(next);
        }

        @Override
        public AuthConfig get() {
            return now;
        }

        @Override
        public Registration onChange(Change<AuthConfig> wanted) {
            change = wanted;
            return () -> change = null;
        }
    }

    AuthComponentTest() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (String name : new String[] {"First", "Second"}) {
            http.createContext("/" + name, exchange -> {
                byte[] body = ("{\"id\":\"069a79f444e94726a5befca90e38aaf5\",\"name\":\"" + name + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
        }
        http.start();
        section = new Section(config("First"));
        ciphers.addFactory(new FakeCiphers(), Map.of("encryption.kind", "fake", "service.id", 1L));
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    private AuthConfig config(String name) {
        return Samples.config(
                "http://127.0.0.1:" + http.getAddress().getPort() + "/" + name, Duration.ofSeconds(30), 4);
    }

    private static String nameOf(AuthComponent auth) throws Exception {
        Authentication result = auth.authenticate(
                TestClient.honest(), new ClientLogin("x", InetAddress.getLoopbackAddress(), Optional.empty()));
        return result instanceof Authentication.Authenticated(var profile) ? profile.name() : result.toString();
    }

    @Test
    void asksTheServerOfTheConfiguration() throws Exception {
        assertThat(nameOf(new AuthComponent(ciphers, section))).isEqualTo("First");
    }

    @Test
    void asksAnotherServerAfterAReload() throws Exception {
        AuthComponent auth = new AuthComponent(ciphers, section);
        assertThat(section.set(config("Second"))).isEmpty();
        assertThat(nameOf(auth)).isEqualTo("Second");
    }

    @Test
    void finishesLoginsAfterItWasStopped() throws Exception {
        AuthComponent auth = new AuthComponent(ciphers, section);
        auth.close();
        assertThat(nameOf(auth)).isEqualTo("First");
    }

    private static List<String> shown(AuthComponent auth, CipherRegistry registry) {
        StringWriter text = new StringWriter();
        new AuthCommand(auth, registry).run(List.of(), new ConsoleWriter(text, ConsoleWriter.UNLIMITED));
        return text.toString().lines().toList();
    }

    @Test
    void showsTheOperatorWhichLibraryIsFastest() throws Exception {
        FakeCiphers jdk = new FakeCiphers();
        CipherRegistry registry = new CipherRegistry(new CipherChoice(Runnable::run, candidates -> candidates.stream()
                .map(candidate -> candidate.factory() == jdk ? new CipherSpeed(17, 2.72) : CipherSpeed.UNUSABLE)
                .toList()));
        registry.addFactory(jdk, Map.of("encryption.kind", "jdk", "service.id", 1L));
        registry.addFactory(new FakeCiphers(), Map.of("encryption.kind", "broken", "service.id", 2L));
        AuthComponent auth = new AuthComponent(registry, section);
        nameOf(auth);
        assertThat(shown(auth, registry))
                .contains(
                        "jdk         17.0 ns/byte *   2.7 ns/byte *", //
                        "broken      cannot be tried  cannot be tried");
    }

    @Test
    void showsTheOperatorWhatHasHappened() throws Exception {
        AuthComponent auth = new AuthComponent(ciphers, section);
        nameOf(auth);
        assertThat(shown(auth, ciphers))
                .contains(
                        "session server " + config("First").sessionUrl(),
                        "1       authenticated",
                        "0       without a valid session",
                        "fake        not measured *  not measured *");
    }

    @Test
    void refusesWithATextWhileNoBundleEncrypts() throws Exception {
        assertThat(nameOf(new AuthComponent(new CipherRegistry(), section))).contains("being updated");
    }
}
