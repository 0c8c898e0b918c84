// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.Attempt.Fault;
import dev.infrajar.internal.connector.health.Timer;
import dev.infrajar.internal.connector.names.Answer;
import dev.infrajar.internal.connector.names.Deadline;
import dev.infrajar.internal.connector.names.Names;
import dev.infrajar.net.core.HostAndPort;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Connects to one backend: looks its host up and tries what was found, all within one deadline.
 *
 * @param names finds the addresses of host names
 * @param sockets connects to one of them
 * @param endpoints remembers which of them failed
 * @param background tries those again
 */
record AddressDialler(Names names, SocketDialler sockets, Endpoints endpoints, Timer background) {
    private static final Duration RECHECK_LIMIT = Duration.ofSeconds(5);

    /**
     * Begins to connect; returns at once. What is known to have one address is dialled on the event loop.
     *
     * @return completed on the loop, at the deadline at the latest
     */
    Future<Attempt> connect(SocketOrder order, HostAndPort address, Deadline deadline) {
        Optional<InetAddress> only = names.onlyAddress(address.host());
        return only.isEmpty()
                ? Tasks.call(order.loop(), () -> dial(order, address, deadline), Attempt::close)
                : sockets.connect(order, new InetSocketAddress(only.get(), address.port()), deadline)
                        .addListener(attempt -> {
                            if (attempt.getNow() instanceof Attempt.Failed) {
                                names.doubt(address.host());
                            }
                        });
    }

    /** Blocks until the deadline at most. */
    Attempt dial(SocketOrder order, HostAndPort address, Deadline deadline) throws InterruptedException {
        return switch (names.addresses(address.host(), deadline)) {
            case Answer.Found<List<InetAddress>>(List<InetAddress> all, var _)
            when all.size() == 1 ->
                only(order, new InetSocketAddress(all.getFirst(), address.port()), address, deadline);
            case Answer.Found<List<InetAddress>>(List<InetAddress> all, var _) ->
                first(order, endpoints.inOrder(all, address.port()), address, deadline);
            case Answer.None<List<InetAddress>>(String reason) -> new Attempt.Failed(reason, Fault.BACKEND);
            case Answer.Failed<List<InetAddress>>(String reason) -> new Attempt.Failed(reason, Fault.BACKEND);
        };
    }

    private Attempt only(SocketOrder order, InetSocketAddress endpoint, HostAndPort address, Deadline deadline)
            throws InterruptedException {
        Attempt attempt = sockets.dial(order, endpoint, deadline);
        if (attempt instanceof Attempt.Failed) {
            names.doubt(address.host());
        }
        return attempt;
    }

    /** The first that answers; each gets an equal part of the time that is left, so that a dead one leaves some. */
    private Attempt first(SocketOrder order, List<InetSocketAddress> all, HostAndPort address, Deadline deadline)
            throws InterruptedException {
        recheck(order.loop(), endpoints.takeDue(all));
        List<String> reasons = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Deadline share = i == all.size() - 1 ? deadline : deadline.shared(all.size() - i);
            switch (dial(order, all.get(i), share)) {
                case Attempt.Stands stands -> {
                    return stands;
                }
                case Attempt.Failed failed
                when failed.fault() == Fault.GIVEN_UP -> {
                    return failed;
                }
                case Attempt.Failed(String reason, Fault fault) -> {
                    reasons.add(all.get(i).getAddress().getHostAddress() + " " + reason);
                    faults.add(fault);
                }
            }
        }
        names.doubt(address.host());
        return new Attempt.Failed(String.join(", ", reasons), inCommon(faults));
    }

    private Attempt dial(SocketOrder order, InetSocketAddress endpoint, Deadline deadline) throws InterruptedException {
        Attempt attempt = sockets.dial(order, endpoint, deadline);
        switch (attempt) {
            case Attempt.Stands _ -> endpoints.connected(endpoint);
            case Attempt.Failed(var _, Fault fault)
            when fault == Fault.BACKEND || fault == Fault.REFUSED -> endpoints.failed(endpoint);
            case Attempt.Failed _ -> {
                // Says nothing about the endpoint.
            }
        }
        return attempt;
    }

    private void recheck(EventLoop loop, List<InetSocketAddress> due) {
        for (InetSocketAddress endpoint : due) {
            background.after(Duration.ZERO, () -> recheck(loop, endpoint));
        }
    }

    private void recheck(EventLoop loop, InetSocketAddress endpoint) {
        try {
            SocketOrder order = SocketOrder.ofProxy(loop, ChannelInboundHandlerAdapter::new, false);
            if (dial(order, endpoint, Deadline.in(RECHECK_LIMIT)) instanceof Attempt.Stands stands) {
                var _ = stands.channel().close();
            }
        } catch (InterruptedException _) {
            // The bundle ends, and this thread with it.
            Thread.currentThread().interrupt();
        }
    }

    /** What all failed of; the backend's fault where they differ. */
    private static Fault inCommon(List<Fault> faults) {
        return faults.stream().distinct().count() == 1 ? faults.getFirst() : Fault.BACKEND;
    }
}
