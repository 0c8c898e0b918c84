// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.load;

import java.io.Closeable;
import java.io.IOException;

/** Sessions that are relayed and silent, for as long as they are wanted. */
public interface SilentSessions {
    /**
     * Opens so many, one after the other.
     *
     * @return closes all
     * @throws IOException if one cannot be opened; then none stays open
     */
    Closeable open(Target target, int count) throws IOException;

    /** How many have not ended at the backend. */
    int open();
}
