// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens pipes with pipe2(2). */
final class KernelPipes implements PipeSource {
    /** Bytes, as the zero-copy mode promises; at most what is moved by one call. */
    static final int PIPE_BYTES = 65_536;

    private static final Logger LOG = LoggerFactory.getLogger(KernelPipes.class);

    private final CallState state;
    private boolean warned;

    KernelPipes(CallState state) {
        this.state = state;
    }

    @Override
    public Pipe open() throws IOException {
        int result = Syscalls.pipe(state);
        if (result < 0) {
            throw new IOException("cannot create a pipe: " + Errno.describe(-result));
        }
        Pipe pipe = new Pipe(state.readEnd(), state.writeEnd());
        checkSize(Syscalls.setPipeSize(state, pipe.writeEnd(), PIPE_BYTES));
        return pipe;
    }

    @Override
    public void close(Pipe pipe) {
        Syscalls.close(state, pipe.readEnd());
        Syscalls.close(state, pipe.writeEnd());
    }

    /**
     * A smaller pipe works, only slower: the kernel gives one to a user without privileges whose pipes take more than
     * {@code fs.pipe-user-pages-soft} pages together.
     */
    private void checkSize(int size) {
        if (size < PIPE_BYTES && !warned) {
            warned = true;
            LOG.warn(
                    "The kernel gave a pipe of less than {} bytes ({}); raise fs.pipe-max-size or fs.pipe-user-pages-soft",
                    PIPE_BYTES,
                    size < 0 ? Errno.describe(-size) : Integer.toString(size));
        }
    }
}
