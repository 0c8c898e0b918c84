// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import java.io.IOException;
import java.util.ArrayDeque;

/**
 * The pipes of one event loop that no direction holds at the moment. It belongs to the sessions of the loop: the last of
 * them closes it. Event loop only.
 */
final class PipePool {
    /** How many pipes are kept open though nobody needs them: as many directions often are in flight at once. */
    static final int MAX_IDLE = 16;

    private final PipeSource source;
    private final ArrayDeque<Pipe> idle = new ArrayDeque<>(MAX_IDLE);
    private int users;

    PipePool(PipeSource source) {
        this.source = source;
    }

    /** A session begins to use the pool. */
    void enter() {
        users++;
    }

    /** A session holds no pipe any more and needs none. */
    void leave() {
        users--;
        if (users == 0) {
            idle.forEach(source::close);
            idle.clear();
        }
    }

    /**
     * Lends an empty pipe.
     *
     * @throws IOException if there is none and the kernel refuses a new one
     */
    Pipe take() throws IOException {
        Pipe pipe = idle.pollLast();
        return pipe == null ? source.open() : pipe;
    }

    /** Takes back a pipe that is empty. */
    void giveBack(Pipe pipe) {
        if (idle.size() < MAX_IDLE) {
            idle.addLast(pipe);
        } else {
            source.close(pipe);
        }
    }

    /** Takes back a pipe with bytes in it that nobody will read. */
    void discard(Pipe pipe) {
        source.close(pipe);
    }
}
