// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.packet.IdSet;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The taps of one session that want packets of one phase and direction. */
final class PhaseRuns {
    private final IdSet wanted;
    private final int maxBytes;
    private final int[] runOfId;
    private final Run[] runs;

    /**
     * Resolves them.
     *
     * @param interests who wants what
     * @param slots at the place of each tap, {@code null} for those that do not want this session
     * @param timedOneOf 1: every call is timed; else one for so many packets
     */
    PhaseRuns(Interests interests, @Nullable Slot[] slots, int timedOneOf) {
        int[] present = IntStream.range(0, slots.length)
                .filter(place -> slots[place] != null && !interests.of(place).isEmpty())
                .toArray();
        wanted = IntStream.of(present).mapToObj(interests::of).reduce(IdSet.NONE, IdSet::union);
        maxBytes = IntStream.of(present)
                .mapToObj(place -> Objects.requireNonNull(slots[place]))
                .mapToInt(Slot::maxBytes)
                .max()
                .orElse(0);
        runOfId = interests.groupOfId();
        runs = interests.groups().stream()
                .map(places -> run(places, slots, timedOneOf))
                .toArray(Run[]::new);
    }

    private static Run run(int[] places, @Nullable Slot[] slots, int timedOneOf) {
        List<Slot> present = Arrays.stream(places)
                .mapToObj(place -> slots[place])
                .filter(Objects::nonNull)
                .toList();
        // Each session begins somewhere else, or what comes once in a session would never be timed.
        return new Run(present, timedOneOf, ThreadLocalRandom.current().nextInt(timedOneOf));
    }

    /** They are not used any more. */
    void end() {
        for (Run run : runs) {
            run.end();
        }
    }

    IdSet wanted() {
        return wanted;
    }

    int maxBytes() {
        return maxBytes;
    }

    /** Those that want an id; {@code null} if nobody does. */
    @Nullable
    Run of(int id) {
        return id >= 0 && id < runOfId.length ? runs[runOfId[id]] : null;
    }
}
