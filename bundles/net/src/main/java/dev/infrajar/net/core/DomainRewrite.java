// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

/** What the backend sees as the host of the handshake: {@code domain_rewrite} in a server file. */
public sealed interface DomainRewrite {
    /** What the client wrote. */
    record None() implements DomainRewrite {}

    /** The host of the backend address that was dialled. */
    record FromBackend() implements DomainRewrite {}

    /**
     * A fixed host.
     *
     * @param host 1..255 characters
     */
    record Explicit(String host) implements DomainRewrite {
        /** Checks the length: 255 characters is the limit of the handshake's field. */
        public Explicit {
            if (host.isBlank() || host.length() > 255) {
                throw new IllegalArgumentException("explicit = \"" + host + "\", must have 1 to 255 characters");
            }
        }
    }
}
