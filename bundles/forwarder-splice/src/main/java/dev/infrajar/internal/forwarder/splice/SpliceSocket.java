// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import dev.infrajar.net.forward.Blame;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.IoEvent;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoEvent;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.FileDescriptor;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The socket of a Netty channel while it is spliced: registered with the channel's event loop in the channel's place.
 * Event loop only.
 */
final class SpliceSocket implements EpollIoHandle {
    private static final int READABLE = Interest.READ.value();
    private static final int WRITABLE = Interest.WRITE.value();

    /** EPOLLERR and EPOLLHUP, epoll_ctl(2). */
    private static final int BROKEN = 0x008 | 0x010;

    private final EpollSocketChannel channel;
    private final int descriptor;
    private final SpliceForwarder session;
    private final Blame peer;
    private @Nullable IoRegistration registration;
    private EpollIoOps interest = EpollIoOps.NONE;

    SpliceSocket(SpliceForwarder session, Blame peer, Channel channel) {
        this.session = session;
        this.peer = peer;
        this.channel = (EpollSocketChannel) channel;
        this.descriptor = this.channel.fd().intValue();
    }

    /** Takes the channel's place; the channel has been deregistered. */
    void register() {
        registration = ((IoEventLoop) channel.eventLoop()).register(this).getNow();
    }

    /** Asks for other events, if they are others. */
    void await(EpollIoOps next) {
        if (registration != null && !next.equals(interest)) {
            interest = next;
            registration.submit(next);
        }
    }

    EpollSocketChannel channel() {
        return channel;
    }

    Blame peer() {
        return peer;
    }

    int descriptor() {
        return descriptor;
    }

    /** Writes as much of a direct buffer as the socket takes, and moves its reader index. */
    void write(ByteBuf bytes) throws IOException {
        ByteBuffer readable = bytes.internalNioBuffer(bytes.readerIndex(), bytes.readableBytes());
        bytes.skipBytes(channel.fd().write(readable, readable.position(), readable.limit()));
    }

    /** Sends what the kernel holds back of the last bytes: setting TCP_NODELAY pushes it, though it is set already, tcp(7). */
    void pushSegment() {
        try {
            ((Socket) channel.fd()).setTcpNoDelay(true);
        } catch (IOException e) {
            session.connectionFailed(peer, String.valueOf(e.getMessage()));
        }
    }

    /** Passes an EOF on. */
    void closeOutput() {
        var _ = channel.shutdownOutput();
    }

    /** The pending error of the socket, 0 if there is none; it is then no longer pending. */
    int takeError() {
        try {
            return ((Socket) channel.fd()).getSoError();
        } catch (IOException e) {
            return Errno.EBADF;
        }
    }

    void unregister() {
        if (registration != null) {
            registration.cancel();
            registration = null;
        }
    }

    @Override
    public FileDescriptor fd() {
        return channel.fd();
    }

    @Override
    public void handle(IoRegistration source, IoEvent event) {
        try {
            dispatch(((EpollIoEvent) event).ops().value());
        } catch (RuntimeException | LinkageError e) {
            // The event loop pauses for a second when it gets an exception, and ends when it gets an error: that of a
            // bundle that was uninstalled under its last session would take all other sessions along.
            session.failed(e.toString());
        }
    }

    /** The event loop shuts down. */
    @Override
    public void close() {
        session.failed("event loop shut down");
    }

    private void dispatch(int happened) {
        if ((happened & BROKEN) != 0) {
            session.broken(peer);
            return;
        }
        if ((happened & WRITABLE) != 0) {
            session.writable(peer);
        }
        if ((happened & READABLE) != 0) {
            session.readable(peer);
        }
    }
}
