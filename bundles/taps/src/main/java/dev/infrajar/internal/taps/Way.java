// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.Phase;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The way of one session's packets through its taps, in one direction. */
final class Way {
    private final PacketView view;
    private final Function<Phase, PhaseRuns> resolver;
    private @Nullable Phase phase;
    private @Nullable PhaseRuns runs;

    /**
     * A way.
     *
     * @param view for its packets
     * @param resolver finds the taps of a phase as they are now
     */
    Way(PacketView view, Function<Phase, PhaseRuns> resolver) {
        this.view = view;
        this.resolver = resolver;
    }

    /** The taps have changed, or it is over. */
    void forget() {
        if (runs != null) {
            runs.end();
        }
        phase = null;
        runs = null;
    }

    PhaseRuns runs(Phase asked) {
        PhaseRuns known = runs;
        return known != null && phase == asked ? known : turnTo(asked);
    }

    private PhaseRuns turnTo(Phase asked) {
        // Those of the phase before are not kept: most sessions never go back.
        forget();
        PhaseRuns found = resolver.apply(asked);
        phase = asked;
        runs = found;
        return found;
    }

    void show(TappedPacket packet) {
        show(packet, 0);
    }

    void showRest(TappedPacket packet) {
        view.resumed(packet);
        show(packet, view.resumeAt());
    }

    void close() {
        view.forgetWaiting();
    }

    private void show(TappedPacket packet, int place) {
        Run run = runs(packet.phase()).of(packet.id());
        if (run == null) {
            return;
        }
        view.begin(packet);
        run.show(view, place);
        if (view.isTouched()) {
            showReplaced(packet);
        }
        view.end();
    }

    /** Those behind the one that has replaced it see the new packet, if they want its kind. */
    private void showReplaced(TappedPacket packet) {
        while (view.takeReplaced() && !view.isOver()) {
            Run run = runs(packet.phase()).of(packet.id());
            if (run != null) {
                run.show(view, view.resumeAt());
            }
        }
    }

    /** Those that have seen a packet which is held, if one is. */
    List<Slot> shown(List<Slot> present) {
        return present.stream().filter(slot -> slot.place() < view.resumeAt()).toList();
    }

    /** Taps have moved: what is held goes on behind the last of those that have seen it. */
    void resumeBehind(List<Slot> shown, List<Slot> present) {
        int last = present.stream()
                .filter(shown::contains)
                .mapToInt(Slot::place)
                .max()
                .orElse(-1);
        view.resumeAt(last + 1);
    }
}
