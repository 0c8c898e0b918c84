// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import static dev.infrajar.internal.router.Samples.server;
import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.server.Server;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.ServerSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RouterComponentTest {
    /** A source whose servers the test changes. */
    private static final class FakeSource implements ServerSource {
        private final List<Consumer<List<ServerDefinition>>> sinks = new ArrayList<>();
        private List<ServerDefinition> servers;

        FakeSource(ServerDefinition... servers) {
            this.servers = List.of(servers);
        }

        @Override
        public Registration subscribe(Consumer<List<ServerDefinition>> sink) {
            sinks.add(sink);
            sink.accept(servers);
            return () -> sinks.remove(sink);
        }

        void change(ServerDefinition... now) {
            servers = List.of(now);
            sinks.forEach(sink -> sink.accept(servers));
        }
    }

    private static final Map<String, Object> FIRST = Map.of("service.id", 10L);
    private static final Map<String, Object> SECOND = Map.of("service.id", 11L);
    private static final Map<String, Object> RANKED = Map.of("service.id", 12L, "service.ranking", 5);

    private final RouterComponent router = new RouterComponent();

    private List<String> ids() {
        return router.all().stream().map(ServerDefinition::id).toList();
    }

    private String originOf(String host) {
        return router.route(host).map(ServerDefinition::id).orElse("none");
    }

    @Test
    void hasNoServerWithoutASource() {
        assertThat(router.all()).isEmpty();
        assertThat(router.route("a.example")).isEmpty();
    }

    @Test
    void followsASource() {
        FakeSource source = new FakeSource(server("a", "a.example"));
        router.addSource(source, FIRST);
        assertThat(ids()).containsExactly("a");

        source.change(server("b", "b.example"));
        assertThat(ids()).containsExactly("b");
        assertThat(router.route("a.example")).isEmpty();
    }

    @Test
    void joinsTheServersOfAllSources() {
        router.addSource(new FakeSource(server("b", "b.example")), FIRST);
        router.addSource(new FakeSource(server("a", "a.example")), SECOND);

        assertThat(ids()).containsExactly("a", "b");
    }

    @Test
    void prefersTheOlderSourceThenTheRankedOne() {
        router.addSource(new FakeSource(server("second", "x.example")), SECOND);
        router.addSource(new FakeSource(server("first", "x.example")), FIRST);
        assertThat(originOf("x.example")).isEqualTo("first");

        router.addSource(new FakeSource(server("ranked", "x.example")), RANKED);
        assertThat(originOf("x.example")).isEqualTo("ranked");
    }

    @Test
    void forgetsASourceThatLeaves() {
        FakeSource leaving = new FakeSource(server("a", "x.example"));
        router.addSource(leaving, FIRST);
        router.addSource(new FakeSource(server("b", "x.example")), SECOND);
        router.removeSource(leaving, FIRST);

        assertThat(ids()).containsExactly("b");
        assertThat(originOf("x.example")).isEqualTo("b");
        assertThat(leaving.sinks).isEmpty();
    }

    @Test
    void ignoresACallThatComesAfterTheSourceLeft() {
        FakeSource late = new FakeSource(server("a", "x.example"));
        router.addSource(late, FIRST);
        Consumer<List<ServerDefinition>> sink = late.sinks.getFirst();
        router.removeSource(late, FIRST);
        sink.accept(List.of(server("a", "x.example")));

        assertThat(ids()).isEmpty();
    }

    @Test
    void keepsASnapshotThatWasTaken() {
        FakeSource source = new FakeSource(server("a", "a.example"));
        router.addSource(source, FIRST);
        List<ServerDefinition> taken = router.all();
        source.change();

        assertThat(taken).hasSize(1);
        assertThat(router.all()).isEmpty();
    }

    @Test
    void showsPluginsTheSameServers() {
        router.addSource(new FakeSource(server("b", "b.example"), server("a", "a.example")), FIRST);
        ServersComponent servers = new ServersComponent(router);

        assertThat(servers.all()).extracting(Server::id).containsExactly("a", "b");
        assertThat(servers.byId("b")).map(Server::domains).contains(List.of("b.example"));
        assertThat(servers.byId("c")).isEmpty();
    }
}
