// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import java.io.IOException;

/** Opens and closes pipes. Not thread-safe: one for each event loop. */
interface PipeSource {
    /**
     * Opens a pipe; it belongs to the caller.
     *
     * @throws IOException if the kernel refuses one
     */
    Pipe open() throws IOException;

    /** Closes both ends. */
    void close(Pipe pipe);
}
