// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.internal.session.NoTransport;
import dev.infrajar.internal.session.services.ForwarderRegistry;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.Timeouts;
import dev.infrajar.net.filter.ByteFilters;
import dev.infrajar.net.filter.FilteredRoute;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.ForwarderFactory;
import dev.infrajar.net.forward.ForwarderKind;
import dev.infrajar.net.forward.Link;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

class SessionPlannerTest {
    private final ForwarderRegistry forwarders = new ForwarderRegistry();
    private final EmbeddedChannel client = new EmbeddedChannel();
    private final EmbeddedChannel backend = new EmbeddedChannel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(SessionPlanner.class);

    private record FakeFactory(boolean canDoIt) implements ForwarderFactory {
        @Override
        public boolean supports(Channel client, Channel backend) {
            return canDoIt;
        }

        @Override
        public Forwarder create(Link link) {
            throw new AssertionError("planning makes no forwarder");
        }
    }

    @BeforeEach
    void record() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        client.finishAndReleaseAll();
        backend.finishAndReleaseAll();
    }

    private static ServerDefinition server(ProxyMode mode) {
        return new ServerDefinition(
                "lobby",
                List.of("lobby"),
                List.of(BackendAddress.of(new HostAndPort("127.0.0.1", 1))),
                mode,
                false,
                new DomainRewrite.None(),
                new Timeouts(Optional.empty(), Duration.ZERO, Duration.ZERO),
                0,
                "",
                "test",
                Map.of());
    }

    private Optional<String> kindFor(ProxyMode mode, boolean epoll) {
        return new SessionPlanner(forwarders, new NoTransport(epoll))
                .plan(server(mode), client, backend)
                .map(SessionPlan::forwarderKind);
    }

    @Test
    void splicesForZeroCopyAndCopiesForTheOthers() {
        forwarders.add(ForwarderKind.COPY, new FakeFactory(true));
        forwarders.add(ForwarderKind.SPLICE, new FakeFactory(true));

        assertThat(kindFor(ProxyMode.ZERO_COPY, true)).contains(ForwarderKind.SPLICE);
        assertThat(kindFor(ProxyMode.PASSTHROUGH, true)).contains(ForwarderKind.COPY);
        assertThat(kindFor(ProxyMode.SERVER_ONLY, true)).contains(ForwarderKind.COPY);
        assertThat(log.list).isEmpty();
    }

    @Test
    void saysOnceThatAFilterKeepsASessionFromBeingSpliced() {
        forwarders.add(ForwarderKind.COPY, new FakeFactory(true));
        forwarders.add(ForwarderKind.SPLICE, new FakeFactory(false));
        SessionPlanner planner = new SessionPlanner(forwarders, new NoTransport(true));
        client.pipeline().addLast(new Filters());

        for (int session = 0; session < 3; session++) {
            assertThat(planner.plan(server(ProxyMode.ZERO_COPY), client, backend)
                            .map(SessionPlan::forwarderKind))
                    .contains(ForwarderKind.COPY);
        }

        assertThat(log.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.INFO);
            assertThat(line.getFormattedMessage()).contains("lobby", "transport filter", "copied");
        });
    }

    /** What the listener puts in front where a filter wants bytes. */
    private static final class Filters extends ChannelHandlerAdapter implements ByteFilters {
        @Override
        public void routed(FilteredRoute route) {}
    }

    @Test
    void copiesWithTheAgreedWarningWhereThereIsNoEpoll() {
        forwarders.add(ForwarderKind.COPY, new FakeFactory(true));
        forwarders.add(ForwarderKind.SPLICE, new FakeFactory(false));
        SessionPlanner planner = new SessionPlanner(forwarders, new NoTransport(false));

        for (int session = 0; session < 3; session++) {
            assertThat(planner.plan(server(ProxyMode.ZERO_COPY), client, backend)
                            .map(SessionPlan::forwarderKind))
                    .contains(ForwarderKind.COPY);
        }

        assertThat(log.list).hasSize(1);
        assertThat(log.list.getFirst().getLevel()).isEqualTo(Level.WARN);
        assertThat(log.list.getFirst().getFormattedMessage())
                .isEqualTo("ZeroCopy mode requested but splice is only available on Linux, falling back to"
                        + " CopyForwarder");
    }

    @Test
    void saysThatTheBundleIsMissingWhereEpollIsThere() {
        forwarders.add(ForwarderKind.COPY, new FakeFactory(true));

        assertThat(kindFor(ProxyMode.ZERO_COPY, true)).contains(ForwarderKind.COPY);
        assertThat(log.list.getFirst().getFormattedMessage()).contains("lobby").contains("no bundle splices");
    }

    @Test
    void splicesWhileTheCopyingBundleIsAway() {
        forwarders.add(ForwarderKind.SPLICE, new FakeFactory(true));

        assertThat(kindFor(ProxyMode.PASSTHROUGH, true)).contains(ForwarderKind.SPLICE);
    }

    @Test
    void hasNoPlanWithoutForwarders() {
        assertThat(kindFor(ProxyMode.PASSTHROUGH, true)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ProxyMode.class,
            names = {"CLIENT_ONLY", "OFFLINE"})
    void neverMovesTheBytesOfASessionWhosePacketsAreToBeSeen(ProxyMode mode) {
        assertThatThrownBy(() -> kindFor(mode, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(mode.key());
    }
}
