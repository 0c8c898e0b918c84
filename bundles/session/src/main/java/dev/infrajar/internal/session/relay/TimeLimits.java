// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.relay;

import dev.infrajar.net.core.Timeouts;
import java.time.Duration;

/**
 * How long what may take in one relayed session.
 *
 * @param timeouts of its server
 * @param login how long a login may that client and backend do themselves
 * @param lateLogin run on the event loop before a session ends whose login has taken longer
 */
public record TimeLimits(Timeouts timeouts, Duration login, Runnable lateLogin) {
    /** For a session whose login the proxy does not see, or has done already. */
    public static TimeLimits of(Timeouts timeouts) {
        return new TimeLimits(timeouts, Duration.ZERO, () -> {});
    }
}
