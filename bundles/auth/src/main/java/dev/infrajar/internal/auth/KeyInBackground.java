// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** The key pair of the process. Thread-safe. */
final class KeyInBackground implements KeyExchange.KeySource {
    private final FutureTask<LoginKey> key = new FutureTask<>(LoginKey::generate);

    /**
     * Has the pair made.
     *
     * @param background makes it, sooner or later; a login that comes first makes it itself
     */
    KeyInBackground(Executor background) {
        background.execute(key);
    }

    @Override
    public LoginKey get() throws InterruptedException {
        // Does nothing if somebody makes it already.
        key.run();
        try {
            return key.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the key pair could not be made", e);
        }
    }
}
