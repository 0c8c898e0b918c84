// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import java.time.Duration;

/** Settings of tests. */
final class Samples {
    static final AuthConfig CONFIG = config("http://127.0.0.1/hasJoined", Duration.ofSeconds(10), 64);

    private Samples() {}

    static AuthConfig config(String url, Duration deadline, int maxConcurrent) {
        return new AuthConfig(url, deadline, maxConcurrent, Duration.ofSeconds(20), false);
    }
}
