// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.ListenerLimits;
import java.time.Duration;

/**
 * How long callers wait for one listener.
 *
 * @param status for a ping
 * @param session for everything about a session
 */
record Limits(Duration status, Duration session) {
    /** What the API promises. */
    static Limits ofApi() {
        return new Limits(ListenerLimits.STATUS, ListenerLimits.SESSION);
    }
}
