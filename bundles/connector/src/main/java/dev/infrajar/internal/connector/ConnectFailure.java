// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/** Puts into plain words why a socket could not be connected. */
final class ConnectFailure {
    private ConnectFailure() {}

    static String inWords(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> "failed for no known reason";
            case NoRouteToHostException _ -> "no route to host";
            case ConnectException e when saysRefused(e) -> "connection refused";
            case ClosedChannelException _ -> "connection closed at once";
            default -> String.valueOf(failure.getMessage());
        };
    }

    /** The class is the same for all errors of connect(2); the text of ECONNREFUSED is the C library's, untranslated. */
    private static boolean saysRefused(ConnectException failure) {
        return String.valueOf(failure.getMessage()).contains("refused");
    }
}
