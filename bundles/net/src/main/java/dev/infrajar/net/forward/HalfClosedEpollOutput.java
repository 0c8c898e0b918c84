// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.forward;

import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.IoEvent;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoEvent;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.FileDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Waits, in Netty's place, until an epoll channel whose peer has closed its output can be written to again.
 *
 * <p>Netty 4.2.18 cannot: with neither bytes nor the peer's EOF to wait for, it takes the socket out of the epoll set and
 * later tries to modify what is not there, fails with ENOENT on the first write that does not go through at once, and drops
 * all that was waiting. So the channel is deregistered, and this handle registered for the same socket; it passes the
 * events on to the channel.
 *
 * <p>Event loop only.
 */
final class HalfClosedEpollOutput implements EpollIoHandle {
    /** Nothing to wait for but errors, told once each: without the edge they would be told for ever. */
    private static final EpollIoOps ONLY_ERRORS = EpollIoOps.EPOLLET;

    /** EPOLLERR and EPOLLHUP, epoll_ctl(2): always told. */
    private static final int BROKEN = 0x008 | 0x010;

    private final EpollSocketChannel channel;
    private final Runnable broken;
    private @Nullable IoRegistration registration;
    private EpollIoOps interest = EpollIoOps.NONE;
    private boolean closed;

    /**
     * Takes nothing over yet.
     *
     * @param broken run when the connection has failed
     */
    HalfClosedEpollOutput(EpollSocketChannel channel, Runnable broken) {
        this.channel = channel;
        this.broken = broken;
    }

    /** Takes the socket over; until {@code ready} runs, nothing may be flushed. */
    void takeOver(Runnable ready) {
        var _ = channel.deregister().addListener(deregistered -> register(ready));
    }

    /** Waits for writability if bytes are left; to be called after each flush. */
    void flushed() {
        ChannelOutboundBuffer left = channel.unsafe().outboundBuffer();
        waitFor(left == null || left.isEmpty() ? ONLY_ERRORS : EpollIoOps.EPOLLOUT);
    }

    @Override
    public FileDescriptor fd() {
        return channel.fd();
    }

    @Override
    public void handle(IoRegistration source, IoEvent event) {
        if ((((EpollIoEvent) event).ops().value() & BROKEN) != 0) {
            broken.run();
        } else {
            ((EpollIoHandle) channel.unsafe()).handle(source, event);
        }
        flushed();
    }

    /** Lets go of the socket; also called by an event loop that shuts down. */
    @Override
    public void close() {
        closed = true;
        if (registration != null) {
            registration.cancel();
        }
    }

    private void register(Runnable ready) {
        if (!closed && channel.isOpen()) {
            registration = ((IoEventLoop) channel.eventLoop()).register(this).getNow();
            ready.run();
        }
    }

    private void waitFor(EpollIoOps next) {
        if (registration != null && !closed && !next.equals(interest)) {
            interest = next;
            registration.submit(next);
        }
    }
}
