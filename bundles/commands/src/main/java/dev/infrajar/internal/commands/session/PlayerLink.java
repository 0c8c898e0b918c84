// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.play.SystemMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import net.kyori.adventure.text.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the proxy sends to one player by itself: only in the game, where its packets have a meaning. */
final class PlayerLink {
    private static final Logger LOG = LoggerFactory.getLogger(PlayerLink.class);

    /** Texts that wait for the game; further ones are dropped. */
    private static final int MAX_HELD = 32;

    private enum State {
        /** In the game's phase, but perhaps not in the game yet: the first packet of it that is seen tells. */
        UNKNOWN,
        IN_GAME,
        ELSEWHERE,
        CLOSED
    }

    private final TapSession session;
    private final Optional<PacketFormat<SystemMessage>> format;

    /** On the loop, as all that follows. */
    private final Queue<Component> held = new ArrayDeque<>(0);

    private State state;

    PlayerLink(TapSession session) {
        this.session = session;
        this.format = session.dialect().format(PlayPackets.SYSTEM_MESSAGE);
        this.state = begin(session);
    }

    /** Who is in the middle of a session, and in the game's phase, has got its first packet long ago, but for a moment. */
    private static State begin(TapSession session) {
        if (session.phase(Direction.CLIENTBOUND) != Phase.PLAY) {
            return State.ELSEWHERE;
        }
        return session.player().client().isActive() ? State.IN_GAME : State.UNKNOWN;
    }

    /** Shows a text, when the player is in the game. Callable from any thread; texts keep the order of their calls. */
    void show(Component text) {
        session.loop().execute(() -> {
            if (state == State.IN_GAME && held.isEmpty()) {
                sendText(text);
            } else if (state != State.CLOSED && held.size() < MAX_HELD) {
                held.add(text);
            }
        });
    }

    /**
     * Sends a packet, if the player is in the game then. Callable from any thread.
     *
     * @param writer writes id and fields; called on the loop
     */
    void send(Consumer<ByteBuf> writer) {
        session.loop().execute(() -> {
            if (state == State.IN_GAME) {
                sendNow(writer);
            }
        });
    }

    private void sendText(Component text) {
        format.ifPresent(messages -> {
            try {
                sendNow(out -> messages.write(out, new SystemMessage(text, false)));
            } catch (IllegalArgumentException e) { // a plugin's text, which may be longer than a packet can be
                LOG.debug("A text for {} is dropped", session.player().name(), e);
            }
        });
    }

    private void sendNow(Consumer<ByteBuf> writer) {
        ByteBuf packet = ByteBufAllocator.DEFAULT.buffer();
        try {
            writer.accept(packet);
        } catch (RuntimeException e) {
            packet.release();
            throw e;
        }
        session.send(Direction.CLIENTBOUND, packet);
    }

    /** The phase of what is sent to the client has changed. On the loop. */
    void entered(Phase phase) {
        if (state != State.CLOSED) {
            state = phase == Phase.PLAY ? State.UNKNOWN : State.ELSEWHERE;
        }
    }

    /**
     * A packet of the game is being seen: the one that begins it, or any other. On the loop; what waits is sent behind it.
     */
    void sawGame() {
        if (state == State.UNKNOWN) {
            state = State.IN_GAME;
            session.loop().execute(this::flush);
        }
    }

    private void flush() {
        while (state == State.IN_GAME && !held.isEmpty()) {
            sendText(held.remove());
        }
    }

    /** The session is over. On the loop. */
    void close() {
        state = State.CLOSED;
        held.clear();
    }
}
