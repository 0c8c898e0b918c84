// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.filter;

import java.io.IOException;
import java.io.Serial;

/**
 * A filter has closed a connection: what the handlers of its channel are told right before the channel is closed. Counted already, and
 * without a stack trace.
 */
public final class FilteredException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * One connection's end.
     *
     * @param filter the id of the filter
     * @param reason a few words
     */
    public FilteredException(String filter, String reason) {
        super("closed by the transport filter " + filter + ": " + reason);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** The message alone: it becomes the reason of the session's end. */
    @Override
    @SuppressWarnings(
            "OverrideThrowableToString") // forwarders take it as it is: people read it, and a class name tells them
    // nothing
    public String toString() {
        return String.valueOf(getMessage());
    }
}
