// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.transport;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.util.concurrent.ThreadAwareExecutor;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Netty's epoll, told what sockets wait for only when the event loop is about to wait: a short connection changes its mind
 * several times before that, and each change would be a call to {@code epoll_ctl}. A level-triggered interest says nothing
 * until somebody waits, so nobody can tell the difference; edge-triggered ones go through as they come.
 *
 * <p>It also keeps a socket that waits for nothing in the set, for its errors. Netty 4.2.18 would take it out and fail
 * with ENOENT, at the price of a stack trace, when the socket is closed or waits for something again.
 */
final class BatchedEpoll implements IoHandler {
    private final IoHandler epoll;
    private final ThreadAwareExecutor loop;
    private final Queue<BatchedRegistration> changed = new ArrayDeque<>();

    private BatchedEpoll(IoHandler epoll, ThreadAwareExecutor loop) {
        this.epoll = epoll;
        this.loop = loop;
    }

    /** Puts itself before the handlers of a factory. */
    static IoHandlerFactory over(IoHandlerFactory factory) {
        return new IoHandlerFactory() {
            @Override
            public IoHandler newHandler(ThreadAwareExecutor loop) {
                return new BatchedEpoll(factory.newHandler(loop), loop);
            }

            @Override
            public boolean isChangingThreadSupported() {
                return factory.isChangingThreadSupported();
            }
        };
    }

    @Override
    public void initialize() {
        epoll.initialize();
    }

    @Override
    public int run(IoHandlerContext context) {
        for (BatchedRegistration next = changed.poll(); next != null; next = changed.poll()) {
            next.apply();
        }
        return epoll.run(context);
    }

    @Override
    public void prepareToDestroy() {
        epoll.prepareToDestroy();
    }

    @Override
    public void destroy() {
        epoll.destroy();
    }

    @Override
    public IoRegistration register(IoHandle handle) throws Exception {
        return new BatchedRegistration(epoll.register(handle), (EpollIoHandle) handle, loop, changed);
    }

    @Override
    public void wakeup() {
        epoll.wakeup();
    }

    @Override
    public boolean isCompatible(Class<? extends IoHandle> handleType) {
        return epoll.isCompatible(handleType);
    }
}
