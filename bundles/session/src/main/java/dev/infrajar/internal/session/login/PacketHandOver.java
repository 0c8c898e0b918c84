// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.internal.session.relay.InterceptedSession;
import dev.infrajar.internal.session.services.Interception;
import dev.infrajar.internal.session.services.LiveChain;
import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.intercept.PacketEnd;
import dev.infrajar.net.intercept.PacketForwarder;
import dev.infrajar.net.intercept.PacketLink;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a session to the forwarder that sees its packets. Everything runs on the event loop that both channels share. */
final class PacketHandOver {
    /** What the console calls it. */
    static final String KIND = "frame";

    private static final Logger LOG = LoggerFactory.getLogger(PacketHandOver.class);

    private final Login login;
    private final Interception services;
    private final Dialect dialect;
    private final Relaying relaying;
    private final Consumer<String> rejected;

    /**
     * A hand-over.
     *
     * @param rejected counts why sessions are cut
     */
    PacketHandOver(Login login, Interception services, Dialect dialect, Relaying relaying, Consumer<String> rejected) {
        this.login = login;
        this.services = services;
        this.dialect = dialect;
        this.relaying = relaying;
        this.rejected = rejected;
    }

    /** Both logins are over. */
    void begin(Supplier<Optional<PacketEnd>> client, Supplier<Optional<PacketEnd>> backend, Phase phase) {
        if (!login.isOpen()) {
            relaying.release();
            return;
        }
        guard(() -> {
            Optional<PacketEnd> clientEnd = client.get();
            if (clientEnd.isEmpty()) {
                relaying.ended(new Outcome.ClientClosed());
                return;
            }
            Optional<PacketEnd> backendEnd = backend.get();
            if (backendEnd.isEmpty()) {
                release(clientEnd.get());
                relaying.ended(new Outcome.BackendClosed());
                return;
            }
            relay(clientEnd.get(), backendEnd.get(), phase);
        });
    }

    /** Client and backend do their login themselves; the handshake goes ahead. */
    void beginWithLogin(Handshake handshake) {
        if (!login.isOpen()) {
            relaying.release();
            return;
        }
        guard(() -> {
            Channel backend = relaying.backendChannel();
            HoldHandler backendHold = backend.pipeline().get(HoldHandler.class);
            if (!login.connection().channel().isActive()) {
                relaying.ended(new Outcome.ClientClosed());
            } else if (backendHold == null || !backend.isActive()) {
                relaying.ended(new Outcome.BackendClosed());
            } else {
                ByteBuf greeting = backend.alloc().buffer();
                handshake.write(greeting);
                backend.writeAndFlush(greeting);
                relay(uncompressed(login.hold().release()), uncompressed(backendHold.release()), Phase.LOGIN);
            }
        });
    }

    private static PacketEnd uncompressed(End end) {
        return new PacketEnd(end, PacketEnd.NO_COMPRESSION, Optional.empty());
    }

    private void relay(PacketEnd client, PacketEnd backend, Phase phase) {
        relaying.routed();
        InterceptedSession session = new InterceptedSession(login.session(), dialect, phase, rejected);
        relaying.begin(
                KIND, ended -> forwarder(session, client, backend, phase, ended), session, services.loginTimeout());
    }

    private Forwarder forwarder(
            InterceptedSession session, PacketEnd client, PacketEnd backend, Phase phase, Consumer<Outcome> ended) {
        LiveChain taps = services.taps().open(session);
        login.session().madeOf(parts(dialect, services.compression(), taps, client, backend));
        try {
            PacketForwarder forwarder = services.forwarders()
                    .create(new PacketLink(
                            client,
                            backend,
                            dialect,
                            phase,
                            services.limits(),
                            services.compression(),
                            taps,
                            ended,
                            rejected));
            session.relayedBy(forwarder);
            return forwarder;
        } catch (RuntimeException | LinkageError e) {
            taps.closed();
            release(client);
            release(backend);
            throw e;
        }
    }

    /** Of these objects alone: what is kept here is kept until the session ends, and the login is over. */
    private static Supplier<Stream<Object>> parts(
            Dialect dialect, CompressionFactory compression, LiveChain taps, PacketEnd client, PacketEnd backend) {
        return () -> Stream.concat(
                Stream.of(dialect, compression, taps.current()),
                Stream.of(client, backend).flatMap(PacketHandOver::ciphers));
    }

    private static Stream<Object> ciphers(PacketEnd end) {
        return end.ciphers().stream().flatMap(ciphers -> Stream.of(ciphers.decryptor(), ciphers.encryptor()));
    }

    private static void release(PacketEnd end) {
        end.end().received().release();
        end.ciphers().ifPresent(ciphers -> ciphers.close());
    }

    private void guard(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{}: the hand-over failed", login.session(), e);
            relaying.ended(new Outcome.Failed(Blame.PROXY, "the hand-over failed"));
        }
    }
}
