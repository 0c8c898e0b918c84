// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.whiteboard.FailureLog;
import dev.infrajar.net.whiteboard.Origin;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One listener of a plugin. Its object is obtained on a thread of the plugin, when the first call needs it.
 *
 * @param <L> the listener interface
 */
final class RegisteredListener<L> {
    private final Registered<L> registered;
    private final ListenerKind kind;
    private final PluginThreads threads;
    private final FailureLog log;
    private final Tally tally;
    private final AtomicReference<@Nullable L> object = new AtomicReference<>();

    RegisteredListener(Registered<L> registered, ListenerKind kind, PluginThreads threads) {
        this(
                registered,
                kind,
                threads,
                new Tally(),
                new FailureLog(registered.origin().bundle(), kind.label(registered.name()), System::nanoTime));
    }

    private RegisteredListener(
            Registered<L> registered, ListenerKind kind, PluginThreads threads, Tally tally, FailureLog log) {
        this.registered = registered;
        this.kind = kind;
        this.threads = threads;
        this.tally = tally;
        this.log = log;
    }

    /** The same listener, with its history, in another place. */
    RegisteredListener<L> at(Rank changed) {
        return new RegisteredListener<>(registered.at(changed), kind, threads, tally, log);
    }

    /** The same listener, with its history, about something else. */
    RegisteredListener<L> about(Topics changed) {
        return new RegisteredListener<>(registered.about(changed), kind, threads, tally, log);
    }

    boolean wants(String topic) {
        return registered.topics().contain(topic);
    }

    Origin origin() {
        return registered.origin();
    }

    Rank rank() {
        return registered.rank();
    }

    boolean isQuarantined() {
        return tally.isQuarantined();
    }

    /**
     * Asks the listener and waits for its answer, at most for the limit.
     *
     * @param question calls the listener; runs on a thread of the plugin
     * @param reader says what the answer means; runs on the calling thread
     * @return empty when the proxy is to go on as if the listener were not there
     */
    <R extends @Nullable Object, T> Optional<T> ask(
            Duration limit, Function<L, R> question, Function<R, Read<T>> reader) {
        if (tally.isQuarantined()) {
            return Optional.empty();
        }
        return switch (threads.call(limit, () -> question.apply(listener()), tally)) {
            case CallResult.Answered<R>(R answer) -> accept(reader.apply(answer));
            case CallResult.Failed<R>(Failure failure) -> fail(failure);
            case CallResult.Gone<R>() -> Optional.empty();
        };
    }

    /** Tells the listener something and waits until it has heard it, at most for the limit. */
    void tell(Duration limit, Consumer<L> news) {
        ask(
                limit,
                plugin -> {
                    news.accept(plugin);
                    return Optional.of(true);
                },
                Read.Valid::new);
    }

    private L listener() {
        L known = object.get();
        if (known != null) {
            return known;
        }
        L obtained = registered.source().obtain();
        if (obtained == null) {
            throw new IllegalStateException("the listener could not be created");
        }
        if (object.compareAndSet(null, obtained)) {
            return obtained;
        }
        registered.source().giveBack(obtained);
        return listener();
    }

    private <T> Optional<T> accept(Read<T> read) {
        return switch (read) {
            case Read.Valid<T>(T value) -> {
                tally.answered();
                yield Optional.of(value);
            }
            case Read.Invalid<T>(String reason) -> fail(Failure.of(reason));
        };
    }

    private <T> Optional<T> fail(Failure failure) {
        boolean last = tally.failed(failure);
        log.failed(failure.reason(), failure.trace());
        if (last) {
            log.quarantined(failure.reason());
        }
        return Optional.empty();
    }

    ListenerCost cost() {
        return new ListenerCost(
                origin().bundle(),
                origin().bundleId(),
                kind.label(registered.name()),
                tally.calls(),
                tally.failures(),
                tally.time(),
                threads.lost(),
                tally.lastFailure(),
                tally.isQuarantined(),
                kind.packets());
    }
}
