// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this machine can splice. Linking the system calls takes tens of milliseconds, so it is tried on a thread of its
 * own, once: neither the start of the proxy nor its first session pays for it. Thread-safe.
 */
final class SpliceAvailability {
    private static final Logger LOG = LoggerFactory.getLogger(SpliceAvailability.class);

    /** Until it has been tried, Linux is believed to be able to. */
    private volatile boolean isPossible =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");

    /** Begins to try; returns at once. */
    void probe() {
        if (isPossible) {
            Thread.ofPlatform().daemon().name("splice-probe").start(this::tryAll);
        }
    }

    /** Does not block. */
    boolean isPossible() {
        return isPossible;
    }

    private void tryAll() {
        try {
            spliceNothing(new CallState());
            LOG.debug("splice is available");
        } catch (IOException | RuntimeException | LinkageError e) {
            isPossible = false;
            LOG.warn("splice is not available: {}", e.toString());
        }
    }

    /** Makes each call once: an empty pipe has nothing to give. */
    private static void spliceNothing(CallState state) throws IOException {
        PipeSource pipes = new KernelPipes(state);
        Pipe from = pipes.open();
        Pipe to = pipes.open();
        long moved = Syscalls.splice(state, from.readEnd(), to.writeEnd(), 1);
        pipes.close(from);
        pipes.close(to);
        if (moved != -Errno.EAGAIN) {
            throw new IOException("splice of an empty pipe: " + moved);
        }
    }
}
