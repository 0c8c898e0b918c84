// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.transport;

import io.netty.channel.IoOps;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.util.concurrent.ThreadAwareExecutor;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one socket waits for: as it is set in the kernel, and as it is wanted. Event loop only, but for what is said. */
final class BatchedRegistration implements IoRegistration {
    private static final Logger LOG = LoggerFactory.getLogger(BatchedRegistration.class);

    /** Errors and hang-ups are always told, epoll_ctl(2); without the edge they would be told for ever. */
    private static final EpollIoOps ONLY_ERRORS = EpollIoOps.EPOLLET;

    private final IoRegistration registration;
    private final EpollIoHandle handle;
    private final ThreadAwareExecutor loop;
    private final Queue<BatchedRegistration> changed;
    private EpollIoOps set = EpollIoOps.NONE;
    private EpollIoOps wanted = EpollIoOps.NONE;
    private boolean isListed;

    /** For one handle; {@code changed} takes those that are to be applied before the loop waits. */
    BatchedRegistration(
            IoRegistration registration,
            EpollIoHandle handle,
            ThreadAwareExecutor loop,
            Queue<BatchedRegistration> changed) {
        this.registration = registration;
        this.handle = handle;
        this.loop = loop;
        this.changed = changed;
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // Netty's signature
    public <T> T attachment() {
        return registration.attachment();
    }

    /** Callable from any thread. */
    @Override
    public long submit(IoOps ops) {
        EpollIoOps next = (EpollIoOps) ops;
        if (loop.isExecutorThread(Thread.currentThread())) {
            want(next);
        } else {
            loop.execute(() -> want(next));
        }
        return next.value();
    }

    @Override
    public boolean isValid() {
        return registration.isValid();
    }

    /** Callable from any thread. */
    @Override
    public boolean cancel() {
        if (loop.isExecutorThread(Thread.currentThread()) && isUnset()) {
            // Netty takes it out of the set, and fails if it is not there.
            apply();
        }
        return registration.cancel();
    }

    private boolean isUnset() {
        return set.equals(EpollIoOps.NONE)
                && !wanted.equals(EpollIoOps.NONE)
                && handle.fd().isOpen();
    }

    private void want(EpollIoOps ops) {
        wanted = ops;
        if (ops.contains(EpollIoOps.EPOLLET)) {
            // Told again what it knows, the kernel tells again what is ready.
            set = ops;
            registration.submit(ops);
        } else if (!isListed) {
            isListed = true;
            changed.add(this);
        }
    }

    /** Sets in the kernel what is wanted by now. */
    void apply() {
        isListed = false;
        EpollIoOps next = wanted.equals(EpollIoOps.NONE) && !set.equals(EpollIoOps.NONE) ? ONLY_ERRORS : wanted;
        if (next.equals(set) || !registration.isValid()) {
            return;
        }
        try {
            registration.submit(next);
            set = next;
        } catch (RuntimeException e) {
            LOG.warn("a socket is closed, because it cannot be waited for: {}", e.toString());
            close();
        }
    }

    private void close() {
        try {
            handle.close();
        } catch (Exception e) {
            LOG.warn("a socket could not be closed", e);
        }
    }
}
