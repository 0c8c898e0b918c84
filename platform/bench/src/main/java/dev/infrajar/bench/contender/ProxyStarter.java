// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import dev.infrajar.bench.Contender;
import java.io.IOException;
import java.time.Duration;

/** Starts the proxies of one family. */
public interface ProxyStarter {
    /**
     * Starts a fresh process and waits until its port is bound.
     *
     * @param contender of this family
     * @param mayEndSilent how long a session must have been silent before the proxy may end it
     * @return the caller closes it
     * @throws IOException if it does not come up; the message has the end of its output
     */
    ProxyUnderTest start(Contender contender, Duration mayEndSilent) throws IOException;
}
