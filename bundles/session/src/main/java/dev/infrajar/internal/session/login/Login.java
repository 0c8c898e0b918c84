// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.internal.session.phase.LoginDisconnect;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.net.transport.ClientConnection;
import io.netty.util.concurrent.Future;
import java.util.function.Consumer;
import net.kyori.adventure.text.Component;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One login, from its login start until it is refused or handed over. Its own flow, an operator and the stop of the proxy may
 * all want to end it: that happens on its event loop, where the hand-over happens too, so the first of them wins and the
 * others do nothing.
 */
final class Login {
    private static final Logger LOG = LoggerFactory.getLogger(Login.class);

    private final LoginDesk desk;
    private final ClientConnection connection;
    private final HoldHandler hold;
    private final Handshake handshake;
    private final PlayerSession session;
    private volatile Consumer<Component> farewell = this::sayHeld;
    private volatile @Nullable Thread waiting;
    private @Nullable Future<?> dialling;

    Login(LoginDesk desk, ClientConnection connection, HoldHandler hold, Handshake handshake, PlayerSession session) {
        this.desk = desk;
        this.connection = connection;
        this.hold = hold;
        this.handshake = handshake;
        this.session = session;
    }

    /** From now on others know of it. On the event loop. */
    void begin() {
        session.leavesBy(this::end);
        desk.table().add(session);
    }

    /** From now on a refusal is said this way. Callable from any thread; before anything else may refuse it. */
    void speaksThrough(Consumer<Component> voice) {
        farewell = voice;
    }

    /** The calling thread is interrupted when the login ends: nothing that it waits for is of use then. */
    void waitsOnThisThread() {
        waiting = Thread.currentThread();
    }

    /** It is of no use any more, and cancelled, when the login ends. On the event loop. */
    void waitsFor(Future<?> connection) {
        dialling = connection;
    }

    /** Whether there is still somebody to let in. */
    boolean isOpen() {
        return session.isConnected();
    }

    /** Ends it with a text for the player. Callable from any thread. */
    void refuse(Component text, String reason) {
        onLoop(() -> end(text, reason));
    }

    /** Ends it without a word. Callable from any thread. */
    void drop() {
        onLoop(() -> {
            if (close()) {
                connection.channel().close();
            }
        });
    }

    private void onLoop(Runnable task) {
        connection.channel().eventLoop().execute(task);
    }

    private void end(Component text, String reason) {
        if (close()) {
            LOG.info("{}: refused: {}", session, reason);
            farewell.accept(text);
            desk.announceEnd(new DisconnectEvent(session, DisconnectEvent.Cause.REFUSED, reason, 0, 0));
        }
    }

    private void sayHeld(Component text) {
        hold.sendAndClose(LoginDisconnect.encode(connection.channel().alloc(), text, handshake.protocol()));
    }

    private boolean close() {
        if (!session.isLoggingIn() || !session.end()) {
            return false;
        }
        desk.table().remove(session);
        Thread thread = waiting;
        if (thread != null) {
            thread.interrupt();
        }
        Future<?> dial = dialling;
        if (dial != null) {
            dial.cancel(false);
        }
        return true;
    }

    PlayerSession session() {
        return session;
    }

    ClientConnection connection() {
        return connection;
    }

    /** The connection, held still. */
    HoldHandler hold() {
        return hold;
    }

    Handshake handshake() {
        return handshake;
    }
}
