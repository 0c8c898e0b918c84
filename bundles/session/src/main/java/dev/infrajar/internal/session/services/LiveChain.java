// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.services;

import dev.infrajar.net.intercept.TapChain;
import dev.infrajar.net.intercept.TapChains;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.IdSet;
import dev.infrajar.net.packet.Phase;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The taps of one session, whichever registry they come from. On the session's event loop.
 *
 * <p>When the registry is replaced, its chain is closed and that of the other is opened: taps begin anew, as if their factories had
 * just come. A packet that is held at that moment is shown to all of the new ones when it goes on.
 */
public final class LiveChain implements TapChain {
    private static final Logger LOG = LoggerFactory.getLogger(LiveChain.class);

    private final TapSession session;
    private final Supplier<TapChains> latest;
    private final Consumer<LiveChain> ended;
    private @Nullable TapChains registry;
    private volatile TapChain current = TapChain.NONE;
    private int versionsBefore;
    private boolean isClosed;

    /**
     * A chain of no registry yet.
     *
     * @param session the session
     * @param latest the registry that is there now
     * @param ended is told when the session is over
     */
    public LiveChain(TapSession session, Supplier<TapChains> latest, Consumer<LiveChain> ended) {
        this.session = session;
        this.latest = latest;
        this.ended = ended;
    }

    /** The chain of the registry that is used. Callable from any thread. */
    public TapChain current() {
        return current;
    }

    /** Turns to the latest registry on the event loop. Callable from any thread. */
    void turnSoon() {
        try {
            session.loop().execute(this::turn);
        } catch (RejectedExecutionException e) {
            LOG.debug("The event loop has ended, and the session with it", e);
        }
    }

    /** Turns to the latest registry. */
    void turn() {
        TapChains now = latest.get();
        if (isClosed || now == registry) {
            return;
        }
        registry = now;
        TapChain left = current;
        versionsBefore += left.version() + 1;
        left.closed();
        current = now.open(session);
    }

    @Override
    public IdSet wanted(Phase phase, Direction direction) {
        return current.wanted(phase, direction);
    }

    @Override
    public int maxBytes(Phase phase, Direction direction) {
        return current.maxBytes(phase, direction);
    }

    @Override
    public int version() {
        return versionsBefore + current.version();
    }

    @Override
    public void packet(TappedPacket packet) {
        current.packet(packet);
    }

    @Override
    public void resumed(TappedPacket packet) {
        current.resumed(packet);
    }

    @Override
    public void phaseChanged(Direction direction, Phase phase) {
        current.phaseChanged(direction, phase);
    }

    @Override
    public void compressionChanged(Direction direction, int threshold) {
        current.compressionChanged(direction, threshold);
    }

    @Override
    public void closed() {
        if (!isClosed) {
            isClosed = true;
            ended.accept(this);
            current.closed();
        }
    }
}
