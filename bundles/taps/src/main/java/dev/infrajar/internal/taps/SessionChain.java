// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.intercept.TapChain;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.IdSet;
import dev.infrajar.net.packet.Phase;
import io.netty.channel.EventLoop;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The taps of one session. On its event loop. */
final class SessionChain implements TapChain {
    private final TapSession session;
    private final Supplier<TapSnapshot> latest;
    private final Consumer<SessionChain> ended;
    private final Way serverbound;
    private final Way clientbound;
    private TapSnapshot snapshot = TapSnapshot.EMPTY;
    private @Nullable Slot[] slots = new Slot[0];
    private int version;
    private boolean isClosed;

    /**
     * A chain without taps, until it is refreshed.
     *
     * @param session the session
     * @param latest the taps in use
     * @param ended is told when the session is over
     */
    SessionChain(TapSession session, Supplier<TapSnapshot> latest, Consumer<SessionChain> ended) {
        this.session = session;
        this.latest = latest;
        this.ended = ended;
        this.serverbound = way(Direction.SERVERBOUND);
        this.clientbound = way(Direction.CLIENTBOUND);
    }

    private Way way(Direction direction) {
        return new Way(new PacketView(session), phase -> resolve(phase, direction));
    }

    /** Callable from any thread. */
    EventLoop loop() {
        return session.loop();
    }

    /** Takes over the taps that are in use now; those that stay keep their state. */
    void refresh() {
        TapSnapshot now = latest.get();
        if (isClosed || now == snapshot) {
            return;
        }
        List<Slot> before = present();
        List<Slot> shownToBackend = serverbound.shown(before);
        List<Slot> shownToClient = clientbound.shown(before);
        @Nullable Slot[] next = slotsFor(now.entries());
        version += snapshot.entries().equals(now.entries()) ? 0 : 1;
        use(now, next);
        List<Slot> after = present();
        serverbound.resumeBehind(shownToBackend, after);
        clientbound.resumeBehind(shownToClient, after);
        before.stream().filter(slot -> !after.contains(slot)).forEach(Slot::close);
    }

    private void use(TapSnapshot changed, @Nullable Slot[] changedSlots) {
        snapshot = changed;
        slots = changedSlots;
        serverbound.forget();
        clientbound.forget();
    }

    private @Nullable Slot[] slotsFor(List<TapEntry> entries) {
        @Nullable Slot[] next = new Slot[entries.size()];
        for (int place = 0; place < next.length; place++) {
            Slot slot = slotFor(entries.get(place));
            if (slot != null) {
                slot.moveTo(place);
            }
            next[place] = slot;
        }
        return next;
    }

    private @Nullable Slot slotFor(TapEntry entry) {
        int known = snapshot.entries().indexOf(entry);
        if (known < 0) {
            return entry.create(session).map(tap -> new Slot(entry, tap)).orElse(null);
        }
        Slot slot = slots[known];
        if (slot != null && entry.meter().isQuarantined()) {
            entry.fallback().ifPresent(slot::replaceTap);
        }
        return slot;
    }

    private List<Slot> present() {
        return Arrays.stream(slots).filter(Objects::nonNull).toList();
    }

    @Override
    public IdSet wanted(Phase phase, Direction direction) {
        return wayOf(direction).runs(phase).wanted();
    }

    @Override
    public int maxBytes(Phase phase, Direction direction) {
        return wayOf(direction).runs(phase).maxBytes();
    }

    @Override
    public int version() {
        return version;
    }

    private Way wayOf(Direction direction) {
        return direction == Direction.CLIENTBOUND ? clientbound : serverbound;
    }

    private PhaseRuns resolve(Phase phase, Direction direction) {
        Interests interests = snapshot.interests(session.dialect().table(phase, direction));
        return new PhaseRuns(interests, slots, snapshot.timedOneOf());
    }

    @Override
    public void packet(TappedPacket packet) {
        wayOf(packet.direction()).show(packet);
    }

    @Override
    public void resumed(TappedPacket packet) {
        wayOf(packet.direction()).showRest(packet);
    }

    @Override
    public void phaseChanged(Direction direction, Phase phase) {
        present().forEach(slot -> slot.phaseChanged(direction, phase));
    }

    @Override
    public void compressionChanged(Direction direction, int threshold) {
        present().forEach(slot -> slot.compressionChanged(direction, threshold));
    }

    @Override
    public void closed() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        ended.accept(this);
        List<Slot> leaving = present();
        use(TapSnapshot.EMPTY, new Slot[0]);
        serverbound.close();
        clientbound.close();
        leaving.forEach(Slot::close);
    }
}
