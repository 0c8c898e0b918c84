// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.relay;

import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.Flow;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.intercept.PacketForwarder;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Ends a session that gets stuck on its way into the game, by looking at it now and then: a login that client and backend do
 * themselves takes too long, or one of them falls silent while it configures.
 */
final class PhaseWatch {
    /** Vanilla clients and servers leave a peer that has said nothing for 30 s; twice that, so that they are the first to say so. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    private final PacketForwarder forwarder;
    private final TimeLimits limits;
    private Phase phase;
    private long sinceNanos;
    private FlowWatch serverbound;
    private FlowWatch clientbound;

    PhaseWatch(PacketForwarder forwarder, TimeLimits limits, long nowNanos) {
        this.forwarder = forwarder;
        this.limits = limits;
        this.phase = current();
        this.sinceNanos = nowNanos;
        this.serverbound = silence(forwarder.serverbound(), Blame.CLIENT, Blame.BACKEND, nowNanos);
        this.clientbound = silence(forwarder.clientbound(), Blame.BACKEND, Blame.CLIENT, nowNanos);
    }

    private static FlowWatch silence(Flow flow, Blame source, Blame sink, long nowNanos) {
        return new FlowWatch(flow, source, sink, SILENCE, Duration.ZERO, nowNanos);
    }

    /** The phase of the direction that is behind: both have to get into the game. */
    private Phase current() {
        Phase client = forwarder.phase(Direction.SERVERBOUND);
        Phase backend = forwarder.phase(Direction.CLIENTBOUND);
        if (client == Phase.LOGIN || backend == Phase.LOGIN) {
            return Phase.LOGIN;
        }
        return client == Phase.PLAY && backend == Phase.PLAY ? Phase.PLAY : Phase.CONFIGURATION;
    }

    /** The failure, or null while all is well. */
    Outcome.@Nullable Failed check(long nowNanos) {
        Phase now = current();
        if (now != phase) {
            phase = now;
            sinceNanos = nowNanos;
            serverbound = silence(forwarder.serverbound(), Blame.CLIENT, Blame.BACKEND, nowNanos);
            clientbound = silence(forwarder.clientbound(), Blame.BACKEND, Blame.CLIENT, nowNanos);
        }
        return switch (now) {
            case LOGIN -> checkLogin(nowNanos);
            case CONFIGURATION -> checkConfiguration(nowNanos);
            case HANDSHAKE, STATUS, PLAY -> null;
        };
    }

    /** Its own time is shorter than the allowed silence, so there is no need to look at that. */
    private Outcome.@Nullable Failed checkLogin(long nowNanos) {
        if (nowNanos - sinceNanos < limits.login().toNanos()) {
            return null;
        }
        limits.lateLogin().run();
        return new Outcome.Failed(
                Blame.BACKEND, "the login was not over after " + limits.login().toSeconds() + " s");
    }

    private Outcome.@Nullable Failed checkConfiguration(long nowNanos) {
        Outcome.Failed client = serverbound.check(nowNanos);
        return client == null ? clientbound.check(nowNanos) : client;
    }
}
