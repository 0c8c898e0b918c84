// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import dev.infrajar.internal.status.cache.AnswerCache;
import dev.infrajar.internal.status.cache.Entry;
import dev.infrajar.internal.status.cache.Finding;
import dev.infrajar.internal.status.cache.Lines;
import dev.infrajar.internal.status.cache.Outage;
import dev.infrajar.internal.status.cache.Question;
import dev.infrajar.internal.status.cache.ServerLine;
import dev.infrajar.internal.status.cache.StatusKey;
import dev.infrajar.internal.status.document.Answer;
import dev.infrajar.internal.status.document.Rendered;
import dev.infrajar.internal.status.motd.DownState;
import dev.infrajar.internal.status.motd.Motds;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.StatusQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers for hosts that lead to a server: that of its manager if it is down on purpose, else what the backend says now,
 * else what it said last, else that it is not there. Thread-safe.
 */
final class KnownServerAnswers {
    private final BackendAnswers backends;
    private final AnswerCache cache;
    private final Lines lines;
    private final Motds motds;
    private final OwnAnswers own;
    private final Function<ServerDefinition, Optional<DownState>> states;
    private final Duration limit;

    /**
     * Answers of backends, and of our own.
     *
     * @param backends asks
     * @param lines where pings wait
     * @param own where no backend speaks
     * @param states the states of managed servers that are down
     * @param limit how long a ping waits
     */
    KnownServerAnswers(
            BackendAnswers backends,
            Lines lines,
            OwnAnswers own,
            Function<ServerDefinition, Optional<DownState>> states,
            Duration limit) {
        this.backends = backends;
        this.cache = backends.cache();
        this.motds = backends.motds();
        this.lines = lines;
        this.own = own;
        this.states = states;
        this.limit = limit;
    }

    /** The answer, if nobody has to be asked for it; null otherwise. Callable from event loops. */
    @Nullable
    Answer now(StatusQuery query, ServerDefinition server) {
        Optional<DownState> state = states.apply(server);
        if (state.isPresent()) {
            return own.of(server, state.get(), query);
        }
        Entry entry = cache.find(key(query, server), server);
        if (entry != null && backends.isFresh(entry)) {
            return entry.hasFailed()
                    ? instead(query, server, entry, false)
                    : entry.answer().orElseThrow();
        }
        ServerLine line = lines.of(server);
        Optional<Outage> outage = line.outage();
        boolean mustNotWait =
                outage.isPresent() || line.isFull(lastAnswer(entry).isPresent());
        return mustNotWait
                ? instead(query, server, entry, outage.filter(Outage::refused).isPresent())
                : null;
    }

    /** Blocks until the limit at most. An interrupt makes the answer that of a failure, and stays set. */
    Answer answer(StatusQuery query, ServerDefinition server) {
        Answer now = now(query, server);
        return now == null ? asked(query, server) : now;
    }

    private Answer asked(StatusQuery query, ServerDefinition server) {
        StatusKey key = key(query, server);
        Entry entry = cache.find(key, server);
        Question question = new Question(key, server, query, lastAnswer(entry).isPresent());
        return switch (ask(question)) {
            case Finding.Shown(Rendered answer) -> answer;
            case Finding.Unreachable(String _, boolean refused) -> instead(query, server, entry, refused);
            case Finding.Nothing _ -> instead(query, server, entry, false);
        };
    }

    private Finding ask(Question question) {
        try {
            return lines.of(question.server()).ask(question, limit);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Finding.Nothing("interrupted");
        }
    }

    /**
     * In place of what the backend would say: its last words, or a text. Who has written a text for a server that is
     * certainly not running wants to see it.
     */
    private Answer instead(StatusQuery query, ServerDefinition server, @Nullable Entry entry, boolean refused) {
        Optional<Rendered> last = lastAnswer(entry);
        boolean prefersText = refused && motds.isNamed(server, DownState.OFFLINE);
        return last.isPresent() && !prefersText
                ? last.get()
                : own.of(server, refused ? DownState.OFFLINE : DownState.UNREACHABLE, query);
    }

    private static Optional<Rendered> lastAnswer(@Nullable Entry entry) {
        return entry == null ? Optional.empty() : entry.answer();
    }

    private static StatusKey key(StatusQuery query, ServerDefinition server) {
        return StatusKey.of(server, query, ClientVersion.protocolFor(query));
    }
}
