// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.Attempt.Fault;
import dev.infrajar.internal.connector.health.Waiting;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Tells why a socket could not be connected: in plain words, and whose fault it was. */
final class ConnectFailure {
    /**
     * What the C library says, untranslated, when the machine of the proxy is at its end: EMFILE, ENFILE, ENOBUFS, ENOMEM,
     * EADDRNOTAVAIL (no local port is left).
     */
    private static final List<String> EXHAUSTED = List.of(
            "Too many open files",
            "No buffer space available",
            "Cannot allocate memory",
            "Cannot assign requested address");

    private ConnectFailure() {}

    /** A failed attempt. */
    static Attempt.Failed of(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> new Attempt.Failed("failed for no known reason", Fault.PROXY);
            case TooLate late -> new Attempt.Failed(String.valueOf(late.getMessage()), Fault.BACKEND);
            case Waiting.Over over -> new Attempt.Failed(String.valueOf(over.getMessage()), Fault.GIVEN_UP);
            case NoRouteToHostException _
            when !isExhausted(failure) -> new Attempt.Failed("no route to host", Fault.BACKEND);
            case ConnectException e when saysRefused(e) -> new Attempt.Failed("connection refused", Fault.REFUSED);
            case ClosedChannelException _ -> new Attempt.Failed("connection closed at once", Fault.PROXY);
            case RejectedExecutionException _ -> new Attempt.Failed("the proxy is stopping", Fault.PROXY);
            default -> new Attempt.Failed(wordsOf(failure), isExhausted(failure) ? Fault.PROXY : Fault.BACKEND);
        };
    }

    /** The class is the same for all errors of connect(2); the text of ECONNREFUSED is the C library's, untranslated. */
    private static boolean saysRefused(ConnectException failure) {
        return String.valueOf(failure.getMessage()).contains("refused");
    }

    private static boolean isExhausted(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            if (EXHAUSTED.stream().anyMatch(text::contains)) {
                return true;
            }
        }
        return false;
    }

    /** Of the last cause: what is really missing. */
    private static String wordsOf(Throwable failure) {
        Throwable last = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            last = cause;
        }
        return Objects.requireNonNullElse(last.getMessage(), last.toString());
    }
}
