// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.relay;

import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.StatusQuery;
import dev.infrajar.net.transport.Connector;
import dev.infrajar.net.transport.Dial;
import dev.infrajar.net.transport.Dialled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Asks backends for their status, one connection for each question.
 *
 * @param connector dials them
 * @param loops carry the connections
 * @param limit the time for dialling and answering together
 */
public record StatusRelay(Connector connector, EventLoopGroup loops, Duration limit) implements Relay {
    /** Clients wait about as long, and show the server as unreachable then. */
    public static final Duration LIMIT = Duration.ofSeconds(5);

    /** Asks the first address that can be connected. Blocks until the limit at most; afterwards no connection is left. */
    @Override
    public Relayed ask(ServerDefinition server, StatusQuery query, int protocol) throws InterruptedException {
        FutureTask<Relayed> exchange = new FutureTask<>(() -> exchange(server, query, protocol));
        Thread.ofVirtual().name("infrajar-status-relay").start(exchange);
        try {
            return exchange.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return new Relayed.Unreachable("no answer within " + limit.toMillis() + " ms", false);
        } catch (ExecutionException e) {
            throw new IllegalStateException("status relay to " + server.id() + " failed", e.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private Relayed exchange(ServerDefinition server, StatusQuery query, int protocol) throws InterruptedException {
        Decoders decoders = new Decoders();
        Dial dial = new Dial(server, query.client(), query.listener(), loops.next(), decoders, Dial.Purpose.STATUS);
        return switch (connector.dial(dial)) {
            case Dialled.Unreachable(String reason, boolean refused) -> new Relayed.Unreachable(reason, refused);
            case Dialled.Connected(Channel channel, HostAndPort address) ->
                exchange(channel, request(server, query, protocol, address), decoders.latest);
        };
    }

    private static Relayed exchange(Channel channel, StatusRequest request, StatusResponseDecoder decoder)
            throws InterruptedException {
        try {
            var _ = channel.writeAndFlush(request.encode(channel.alloc()));
            channel.config().setAutoRead(true);
            return switch (decoder.received().get()) {
                case StatusResponseDecoder.Received.Text(String json) -> StatusParser.parse(json);
                case StatusResponseDecoder.Received.Nothing(String reason) -> new Relayed.Unusable(reason);
            };
        } catch (ExecutionException e) {
            throw new IllegalStateException("never completed with a failure", e);
        } finally {
            var _ = channel.close();
        }
    }

    private static StatusRequest request(
            ServerDefinition server, StatusQuery query, int protocol, HostAndPort address) {
        String host =
                switch (server.domainRewrite()) {
                    case DomainRewrite.None _ -> query.virtualHost();
                    case DomainRewrite.FromBackend _ -> address.host();
                    case DomainRewrite.Explicit(String explicit) -> explicit;
                };
        return new StatusRequest(protocol, host, address.port());
    }

    /** A decoder for each attempt. Attempts come one after the other: the last is that of the connection that stands. */
    private static final class Decoders implements Supplier<ChannelHandler> {
        private volatile StatusResponseDecoder latest = new StatusResponseDecoder();

        @Override
        public ChannelHandler get() {
            StatusResponseDecoder decoder = new StatusResponseDecoder();
            latest = decoder;
            return decoder;
        }
    }
}
