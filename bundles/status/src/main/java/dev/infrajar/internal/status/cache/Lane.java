// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Questions about one server in the order in which they came, and how many pings wait for them. Guarded by the line that
 * has it, but for {@link #isFull}.
 */
final class Lane {
    /** Pings. Each one holds a virtual thread and a connection while it waits, for five seconds at most. */
    static final int MAX_WAITING = 512;

    private final SequencedMap<StatusKey, Wait> queued = new LinkedHashMap<>();
    private @Nullable Wait asked;
    private int waiting;
    private volatile boolean isFull;

    /** Whether no further ping may wait. Callable from any thread. */
    boolean isFull() {
        return isFull;
    }

    /** Counts a ping in; pings of one key wait together. */
    Wait enter(Question question) {
        StatusKey key = question.key();
        Wait running = asked;
        Wait wait = running != null && running.question().key().equals(key)
                ? running
                : queued.computeIfAbsent(key, _ -> new Wait(question));
        wait.pings++;
        count(1);
        return wait;
    }

    /** Counts a ping out; a question that nobody waits for any more is not asked. */
    void leave(Wait wait) {
        wait.pings--;
        count(-1);
        if (wait.pings == 0) {
            queued.remove(wait.question().key(), wait);
        }
    }

    /** Takes the oldest question to be asked; null when there is none. */
    @Nullable
    Wait take() {
        Map.Entry<StatusKey, Wait> oldest = queued.pollFirstEntry();
        asked = oldest == null ? null : oldest.getValue();
        return asked;
    }

    /** The question that was taken is answered. */
    void finish() {
        asked = null;
    }

    /** Takes all questions. */
    List<Wait> takeAll() {
        List<Wait> taken = List.copyOf(queued.values());
        queued.clear();
        return taken;
    }

    private void count(int change) {
        waiting += change;
        isFull = waiting >= MAX_WAITING;
    }
}
