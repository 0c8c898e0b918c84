// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import dev.infrajar.internal.status.cache.AnswerCache;
import dev.infrajar.internal.status.cache.Entry;
import dev.infrajar.internal.status.cache.Finding;
import dev.infrajar.internal.status.cache.Question;
import dev.infrajar.internal.status.cache.StatusKey;
import dev.infrajar.internal.status.document.Rendered;
import dev.infrajar.internal.status.document.StatusDocument;
import dev.infrajar.internal.status.icon.Icons;
import dev.infrajar.internal.status.motd.MotdEntry;
import dev.infrajar.internal.status.motd.Motds;
import dev.infrajar.internal.status.relay.Relay;
import dev.infrajar.internal.status.relay.Relayed;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks backends, lays the operator's words over what they say, and keeps it.
 *
 * @param relay asks
 * @param cache keeps
 * @param motds the operator's words
 * @param icons the operator's icons
 * @param nanoTime the time
 */
record BackendAnswers(Relay relay, AnswerCache cache, Motds motds, Icons icons, LongSupplier nanoTime) {

    /** Whether an entry can be shown without asking again. */
    boolean isFresh(Entry entry) {
        return cache.isFresh(entry) && !(entry.isWithoutIcon() && isIconThere(entry));
    }

    private boolean isIconThere(Entry entry) {
        return motds.overlayOf(entry.server())
                .filter(overlay -> !icons.isAwaited(overlay))
                .isPresent();
    }

    /** Blocks as long as the relay does, unless somebody has asked just before. */
    Finding ask(Question question) throws InterruptedException {
        Entry before = cache.find(question.key(), question.server());
        if (before != null && isFresh(before)) {
            return of(before);
        }
        StatusKey key = question.key();
        return switch (relay.ask(question.server(), question.query(), key.protocol())) {
            case Relayed.Answer(StatusDocument document) -> answered(question, before, document);
            case Relayed.Unreachable(String reason, boolean refused) -> new Finding.Unreachable(reason, refused);
            case Relayed.Unusable(String reason) -> failed(question, before, reason);
        };
    }

    private static Finding of(Entry entry) {
        return entry.answer()
                .filter(_ -> !entry.hasFailed())
                .<Finding>map(Finding.Shown::new)
                .orElseGet(() -> new Finding.Nothing("not answered a moment ago"));
    }

    private Finding answered(Question question, @Nullable Entry before, StatusDocument document) {
        Optional<MotdEntry> overlay = motds.overlayOf(question.server());
        boolean isWithoutIcon = overlay.filter(icons::isAwaited).isPresent();
        Optional<Rendered> rendered = rendered(document, overlay, question.key().protocol());
        if (rendered.isEmpty()) {
            return failed(question, before, "the answer is too long");
        }
        Entry entry = new Entry(question.server(), rendered, false, isWithoutIcon, nanoTime.getAsLong());
        cache.put(question.key(), entry);
        return new Finding.Shown(rendered.get());
    }

    /** Escapes and our own parts can make an answer longer than the backend sent it: the icon is what can be missed. */
    private Optional<Rendered> rendered(StatusDocument document, Optional<MotdEntry> overlay, int protocol) {
        if (overlay.isEmpty()) {
            return Rendered.of(document);
        }
        MotdEntry entry = overlay.get();
        return Rendered.of(entry.laidOver(document, icons.of(entry), protocol))
                .or(() -> Rendered.of(entry.laidOver(document, Optional.empty(), protocol)));
    }

    private Finding failed(Question question, @Nullable Entry before, String reason) {
        Optional<Rendered> last = before == null ? Optional.empty() : before.answer();
        cache.put(question.key(), new Entry(question.server(), last, true, false, nanoTime.getAsLong()));
        return new Finding.Nothing(reason);
    }
}
