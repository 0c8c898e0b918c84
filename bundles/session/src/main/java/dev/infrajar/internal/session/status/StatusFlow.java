// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.status;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.Opening;
import dev.infrajar.internal.session.services.Neighbours;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.StatusQuery;
import dev.infrajar.net.core.StatusReply;
import dev.infrajar.net.core.StatusResponder;
import dev.infrajar.net.transport.ClientConnection;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers pings: on the event loop when the answer is at hand, else on a virtual thread. While router or status bundle are
 * being replaced, a ping waits for them a little and then gets a text.
 */
public final class StatusFlow {
    private static final Logger LOG = LoggerFactory.getLogger(StatusFlow.class);

    static final String AWAY = "The proxy is being updated, please refresh in a moment.";

    private static final String NAME = "Infrajar";

    /** The number of {@link StatusQuery} for a legacy ping. */
    private static final int LEGACY_PROTOCOL = -1;

    private final Neighbours neighbours;
    private final StatusRoute route;
    private final Executor virtualThreads;

    public StatusFlow(Neighbours neighbours, StatusRoute route, Executor virtualThreads) {
        this.neighbours = neighbours;
        this.route = route;
        this.virtualThreads = virtualThreads;
    }

    /** A ping on its way to the router. */
    private record Ping(
            ClientConnection connection,
            String handshakeHost,
            String virtualHost,
            int port,
            int protocol,
            boolean isLegacy) {
        /** Old legacy pings name no host: they are always about the proxy as a whole. */
        boolean namesHost() {
            return !(isLegacy && virtualHost.isEmpty());
        }

        StatusQuery to(Optional<ServerDefinition> server) {
            return new StatusQuery(
                    connection.client(),
                    connection.destination(),
                    handshakeHost,
                    virtualHost,
                    port,
                    protocol,
                    isLegacy,
                    server);
        }

        /** The answer where nobody is there to make one. */
        StatusReply away() {
            return isLegacy
                    ? new StatusReply.Legacy(protocol, NAME, AWAY, 0, 0)
                    : StatusReply.Json.of("{\"version\":{\"name\":\"" + NAME + "\",\"protocol\":" + protocol
                            + "},\"players\":{\"max\":0,\"online\":0},\"description\":{\"text\":\"" + AWAY + "\"}}");
        }
    }

    public void answer(
            ClientConnection connection, Handshake handshake, Consumer<StatusReply.Json> answer, Runnable drop) {
        Ping ping = new Ping(
                connection, handshake.host(), handshake.virtualHost(), handshake.port(), handshake.protocol(), false);
        answer(ping, reply -> answer.accept(json(reply)), drop);
    }

    public void answerLegacy(
            ClientConnection connection, Opening.LegacyPing ping, Consumer<StatusReply.Legacy> answer, Runnable drop) {
        Ping legacy = new Ping(
                connection, ping.host(), Handshake.virtualHost(ping.host()), ping.port(), LEGACY_PROTOCOL, true);
        answer(legacy, reply -> answer.accept(legacy(reply)), drop);
    }

    private void answer(Ping ping, Consumer<StatusReply> answer, Runnable drop) {
        Router router = neighbours.router().now();
        StatusResponder responder = neighbours.status().now();
        if (router == null || responder == null) {
            virtualThreads.execute(() -> answerOrClose(ping, () -> answerSlowly(ping, answer, drop)));
            return;
        }
        Optional<ServerDefinition> server = router.route(ping.virtualHost());
        if (route.isTurnedAway(ping.connection(), server, ping.namesHost())) {
            drop.run();
            return;
        }
        StatusQuery query = ping.to(server);
        Optional<StatusReply> now = responder.answerNow(query);
        if (now.isPresent()) {
            answer.accept(now.get());
        } else {
            virtualThreads.execute(() -> answerOrClose(ping, () -> onLoop(ping, answer, responder.answer(query))));
        }
    }

    /** The last frame of a virtual thread or a task: a ping that cannot be answered is closed, not left hanging. */
    private static void answerOrClose(Ping ping, Runnable answering) {
        try {
            answering.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("a ping of {} could not be answered", ping.connection().client(), e);
            ping.connection().channel().close();
        }
    }

    private void answerSlowly(Ping ping, Consumer<StatusReply> answer, Runnable drop) {
        try {
            Optional<Router> router = neighbours.router().await();
            Optional<StatusResponder> responder = neighbours.status().await();
            if (router.isEmpty() || responder.isEmpty()) {
                onLoop(ping, answer, ping.away());
                return;
            }
            Optional<ServerDefinition> server = router.get().route(ping.virtualHost());
            if (route.isTurnedAway(ping.connection(), server, ping.namesHost())) {
                ping.connection().channel().eventLoop().execute(drop);
            } else {
                onLoop(ping, answer, responder.get().answer(ping.to(server)));
            }
        } catch (InterruptedException e) {
            LOG.debug("interrupted while answering a ping", e);
            ping.connection().channel().close();
            Thread.currentThread().interrupt();
        }
    }

    private static void onLoop(Ping ping, Consumer<StatusReply> answer, StatusReply reply) {
        ping.connection().channel().eventLoop().execute(() -> answerOrClose(ping, () -> answer.accept(reply)));
    }

    private static StatusReply.Json json(StatusReply reply) {
        return switch (reply) {
            case StatusReply.Json json -> json;
            case StatusReply.Legacy _ ->
                throw new IllegalStateException("a modern ping was answered in the legacy form");
        };
    }

    private static StatusReply.Legacy legacy(StatusReply reply) {
        return switch (reply) {
            case StatusReply.Legacy legacy -> legacy;
            case StatusReply.Json _ -> throw new IllegalStateException("a legacy ping was answered in the modern form");
        };
    }
}
