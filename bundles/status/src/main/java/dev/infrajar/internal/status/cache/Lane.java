// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

import dev.infrajar.net.core.ServerDefinition;
import java.util.ArrayList;
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

    /** What two pings must have in common to share an answer. */
    private record Subject(StatusKey key, ServerDefinition server) {
        static Subject of(Question question) {
            return new Subject(question.key(), question.server());
        }
    }

    private final SequencedMap<Subject, Wait> queued = new LinkedHashMap<>();
    private @Nullable Wait asked;
    private int waiting;
    private volatile boolean isFull;

    /** Whether no further ping may wait. Callable from any thread. */
    boolean isFull() {
        return isFull;
    }

    /** Counts a ping in; pings of one subject wait together. */
    Wait enter(Question question) {
        Subject subject = Subject.of(question);
        Wait running = asked;
        Wait wait = running != null && Subject.of(running.question()).equals(subject)
                ? running
                : queued.computeIfAbsent(subject, _ -> new Wait(question));
        wait.pings++;
        count(1);
        return wait;
    }

    /** Counts a ping out; a question that nobody waits for any more is not asked. */
    void leave(Wait wait) {
        wait.pings--;
        count(-1);
        if (wait.pings == 0) {
            queued.remove(Subject.of(wait.question()), wait);
        }
    }

    /** Takes the oldest question to be asked; null when there is none. */
    @Nullable
    Wait take() {
        Map.Entry<Subject, Wait> oldest = queued.pollFirstEntry();
        asked = oldest == null ? null : oldest.getValue();
        return asked;
    }

    /** The question that was taken is answered. */
    void finish() {
        asked = null;
    }

    /** Takes all questions by a definition. */
    List<Wait> takeAll(ServerDefinition server) {
        List<Wait> taken = new ArrayList<>(queued.values());
        taken.removeIf(wait -> !wait.question().server().equals(server));
        queued.values().removeAll(taken);
        return taken;
    }

    private void count(int change) {
        waiting += change;
        isFull = waiting >= MAX_WAITING;
    }
}
