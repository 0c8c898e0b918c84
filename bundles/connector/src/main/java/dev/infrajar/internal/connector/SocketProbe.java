// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.Attempt.Fault;
import dev.infrajar.internal.connector.health.Backend;
import dev.infrajar.internal.connector.health.Evidence;
import dev.infrajar.internal.connector.health.HealthSettings;
import dev.infrajar.internal.connector.health.Probe;
import dev.infrajar.internal.connector.health.ProbeType;
import dev.infrajar.internal.connector.names.Deadline;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Connects to a backend as a player's session would, and asks for its status if it is to.
 *
 * @param loops carry the connections
 * @param addresses dials
 */
record SocketProbe(EventLoopGroup loops, AddressDialler addresses) implements Probe {
    @Override
    public Result probe(Backend backend, HealthSettings settings) throws InterruptedException {
        Deadline deadline = Deadline.in(settings.timeout());
        EventLoop loop = loops.next();
        StatusQuestion question = new StatusQuestion(loop.newPromise(), backend.address());
        boolean asks = settings.type() == ProbeType.STATUS;
        Supplier<ChannelHandler> handler =
                () -> asks ? new StatusProbeHandler(question) : new ChannelInboundHandlerAdapter();
        // A plain connection needs no header: it says nothing that one could belong to.
        SocketOrder order =
                SocketOrder.ofProxy(loop, handler, asks && backend.user().sendsProxyHeader());
        return switch (addresses.dial(order, backend.address(), deadline)) {
            case Attempt.Stands(Channel channel, long connectNanos) ->
                asks ? answer(channel, connectNanos, question, deadline) : passed(channel, connectNanos);
            case Attempt.Failed(String reason, Fault fault) ->
                fault == Fault.REFUSED || fault == Fault.BACKEND
                        ? new Result.Failed(reason, Evidence.CONNECT)
                        : new Result.Inconclusive(reason);
        };
    }

    private static Result passed(Channel channel, long connectNanos) {
        var _ = channel.close();
        return new Result.Passed(connectNanos);
    }

    private static Result answer(Channel channel, long connectNanos, StatusQuestion question, Deadline deadline)
            throws InterruptedException {
        try {
            if (!question.answered().await(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                return new Result.Failed("no status answer within " + deadline, Evidence.ANSWER);
            }
            return question.answered().isSuccess()
                    ? new Result.Passed(connectNanos)
                    : new Result.Failed("closed in place of a status answer", Evidence.ANSWER);
        } finally {
            var _ = channel.close();
        }
    }
}
