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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One dial on its way from target to target. Used by one thread. */
final class DialRun {
    private final Dial dial;
    private final DialSettings settings;
    private final Selection selection;
    private final AddressDialler addresses;
    private final HealthNotes health;
    private final Prober prober;
    private final List<String> reasons = new ArrayList<>();
    private boolean allRefused = true;

    DialRun(
            Dial dial,
            DialSettings settings,
            Selection selection,
            AddressDialler addresses,
            HealthNotes health,
            Prober prober) {
        this.dial = dial;
        this.settings = settings;
        this.selection = selection;
        this.addresses = addresses;
        this.health = health;
        this.prober = prober;
    }

    /** Tries until one stands, none is left, or enough were tried. */
    Dialled run() throws InterruptedException {
        int tried = 0;
        while (!selection.isEmpty() && tried < settings.maxAttempts()) {
            Choice choice = selection.take();
            switch (attempt(choice.backend())) {
                case Attempt.Stands(Channel channel, long connectNanos) -> {
                    health.connected(choice.backend(), connectNanos);
                    return new Dialled.Connected(channel, choice.target().address());
                }
                case Attempt.Failed(String reason, Fault fault) -> {
                    failed(choice, reason, fault);
                    // One that others found to be down is passed over, and that is no attempt.
                    tried += fault == Fault.GIVEN_UP ? 0 : 1;
                }
            }
        }
        return unreachable();
    }

    private Attempt attempt(Backend backend) throws InterruptedException {
        boolean isLoad = dial.purpose() == Dial.Purpose.SESSION;
        backend.tryBegins();
        if (isLoad) {
            backend.opened();
        }
        boolean isOver = true;
        try {
            Optional<Waiting> waiting = selection.hasReady() ? Optional.of(backend.waiting()) : Optional.empty();
            Attempt attempt = addresses.dial(
                    SocketOrder.of(dial, waiting), backend.address(), Deadline.in(settings.connectTimeout()));
            if (attempt instanceof Attempt.Stands(Channel channel, var _) && isLoad) {
                channel.closeFuture().addListener(_ -> backend.closed());
                isOver = false;
            }
            return attempt;
        } finally {
            backend.tryEnds();
            if (isLoad && isOver) {
                backend.closed();
            }
        }
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
