// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import dev.infrajar.net.identity.ForwardedIdentity;
import dev.infrajar.net.wire.Bytes;
import java.util.Optional;

/** Tells nothing. */
record PlainIdentity() implements ForwardedIdentity {
    @Override
    public String host(String host, String suffix) {
        return host + suffix;
    }

    @Override
    public boolean hasAnswers() {
        return false;
    }

    @Override
    public Optional<Bytes> answer(String channel, Bytes question) {
        return Optional.empty();
    }
}
