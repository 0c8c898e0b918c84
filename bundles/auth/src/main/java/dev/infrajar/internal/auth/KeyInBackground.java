// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The key pair of the process, made beside the start: few who start a proxy join it within the same second. */
final class KeyInBackground implements KeyExchange.KeySource {
    private final FutureTask<LoginKey> key = new FutureTask<>(LoginKey::generate);

    KeyInBackground() {
        Thread.ofPlatform()
                .name("login-key")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(key);
    }

    @Override
    public LoginKey get() throws InterruptedException {
        try {
            return key.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the key pair could not be made", e);
        }
    }
}
