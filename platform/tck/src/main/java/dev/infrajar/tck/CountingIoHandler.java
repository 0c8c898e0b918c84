// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoRegistration;
import io.netty.util.concurrent.ThreadAwareExecutor;
import java.util.concurrent.atomic.AtomicLong;

/** Counts how often an event loop wakes up: a condition that stays armed though nobody ends it wakes it for ever. */
final class CountingIoHandler implements IoHandler {
    private final IoHandler handler;
    private final AtomicLong wakeUps;

    private CountingIoHandler(IoHandler handler, AtomicLong wakeUps) {
        this.handler = handler;
        this.wakeUps = wakeUps;
    }

    static IoHandlerFactory counting(IoHandlerFactory factory, AtomicLong wakeUps) {
        return new IoHandlerFactory() {
            @Override
            public IoHandler newHandler(ThreadAwareExecutor executor) {
                return new CountingIoHandler(factory.newHandler(executor), wakeUps);
            }

            @Override
            public boolean isChangingThreadSupported() {
                return factory.isChangingThreadSupported();
            }
        };
    }

    @Override
    public void initialize() {
        handler.initialize();
    }

    @Override
    public int run(IoHandlerContext context) {
        wakeUps.incrementAndGet();
        return handler.run(context);
    }

    @Override
    public void prepareToDestroy() {
        handler.prepareToDestroy();
    }

    @Override
    public void destroy() {
        handler.destroy();
    }

    @Override
    public IoRegistration register(IoHandle handle) throws Exception {
        return handler.register(handle);
    }

    @Override
    public void wakeup() {
        handler.wakeup();
    }

    @Override
    public boolean isCompatible(Class<? extends IoHandle> handleType) {
        return handler.isCompatible(handleType);
    }
}
