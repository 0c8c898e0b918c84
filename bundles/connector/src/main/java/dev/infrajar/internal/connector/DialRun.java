// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.Attempt.Fault;
import dev.infrajar.internal.connector.Selection.Choice;
import dev.infrajar.internal.connector.health.Backend;
import dev.infrajar.internal.connector.health.Failure;
import dev.infrajar.internal.connector.health.HealthNotes;
import dev.infrajar.internal.connector.health.Prober;
import dev.infrajar.internal.connector.health.Waiting;
import dev.infrajar.internal.connector.names.Deadline;
import dev.infrajar.net.transport.Dial;
import dev.infrajar.net.transport.Dialled;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One dial on its way from target to target. On the event loop of the dial. */
final class DialRun {
    private final Dial dial;
    private final DialSettings settings;
    private final Selection selection;
    private final AddressDialler addresses;
    private final HealthNotes health;
    private final Prober prober;
    private final List<String> reasons = new ArrayList<>();
    private final Promise<Dialled> result;
    private Optional<Supplier<Future<List<Choice>>>> later = Optional.empty();
    private int tried;
    private boolean allRefused = true;

    DialRun(
            Dial dial,
            DialSettings settings,
            Selection selection,
            AddressDialler addresses,
            HealthNotes health,
            Prober prober,
            Promise<Dialled> result) {
        this.dial = dial;
        this.settings = settings;
        this.selection = selection;
        this.addresses = addresses;
        this.health = health;
        this.prober = prober;
        this.result = result;
    }

    /** Tries until one stands, none is left, enough were tried, or nobody wants it any more. */
    void start() {
        tryNext();
    }

    /** The same, with targets that somebody has to be asked for: waits for them once none of the others is up. */
    void start(Supplier<Future<List<Choice>>> asked) {
        later = Optional.of(asked);
        tryNext();
    }

    /** Who cancels the one cancels the other. */
    static void cancelWith(Future<?> result, Future<?> part) {
        result.addListener(ended -> {
            if (ended.isCancelled()) {
                part.cancel(false);
            }
        });
    }

    private void tryNext() {
        if (result.isDone()) {
            return;
        }
        if (tried < settings.maxAttempts() && later.isPresent() && !selection.hasReady()) {
            awaitLater(later.get());
            return;
        }
        if (selection.isEmpty() || tried >= settings.maxAttempts()) {
            result.trySuccess(unreachable());
            return;
        }
        Choice choice = selection.take();
        Future<Attempt> attempt = attempt(choice.backend());
        cancelWith(result, attempt);
        attempt.addListener(ended -> {
            if (ended.isSuccess()) {
                Tasks.guard(result, () -> ended(choice, attempt.getNow()));
            } else {
                result.tryFailure(ended.cause());
            }
        });
    }

    private void awaitLater(Supplier<Future<List<Choice>>> asked) {
        later = Optional.empty();
        Future<List<Choice>> more = asked.get();
        cancelWith(result, more);
        more.addListener(ended -> {
            if (ended.isSuccess()) {
                selection.add(more.getNow());
                Tasks.guard(result, this::tryNext);
            } else {
                result.tryFailure(ended.cause());
            }
        });
    }

    private void ended(Choice choice, Attempt attempt) {
        switch (attempt) {
            case Attempt.Stands(Channel channel, long connectNanos) -> {
                health.connected(choice.backend(), connectNanos);
                if (!result.trySuccess(
                        new Dialled.Connected(channel, choice.target().address()))) {
                    channel.close();
                }
            }
            case Attempt.Failed(String reason, Fault fault) -> {
                failed(choice, reason, fault);
                // One that others found to be down is passed over, and that is no attempt.
                tried += fault == Fault.GIVEN_UP ? 0 : 1;
                tryNext();
            }
        }
    }

    private Future<Attempt> attempt(Backend backend) {
        boolean isLoad = dial.purpose() == Dial.Purpose.SESSION;
        Optional<Waiting> waiting = selection.hasReady() ? Optional.of(backend.waiting()) : Optional.empty();
        backend.tryBegins();
        if (isLoad) {
            backend.opened();
        }
        Future<Attempt> attempt = addresses.connect(
                SocketOrder.of(dial, waiting), backend.address(), Deadline.in(settings.connectTimeout()));
        attempt.addListener(_ -> {
            backend.tryEnds();
            if (isLoad && attempt.getNow() instanceof Attempt.Stands stands) {
                stands.channel().closeFuture().addListener(_ -> backend.closed());
            } else if (isLoad) {
                backend.closed();
            }
        });
        return attempt;
    }

    private void failed(Choice choice, String reason, Fault fault) {
        reasons.add(choice.target().address() + ": " + reason);
        allRefused &= fault == Fault.REFUSED;
        if (fault == Fault.REFUSED || fault == Fault.BACKEND) {
            health.failed(choice.backend(), Failure.toConnect(reason));
            prober.watch(choice.backend());
        }
    }

    private Dialled unreachable() {
        if (!selection.isEmpty()) {
            reasons.add(selection.size() + " more not tried (connect_max_attempts = " + settings.maxAttempts() + ")");
        }
        return new Dialled.Unreachable(String.join("; ", reasons), allRefused);
    }
}
