// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.transport;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops event loops. */
final class EventLoops {
    private static final Logger LOG = LoggerFactory.getLogger(EventLoops.class);

    /** Without a task for this long, a loop that is told to stop does so. */
    private static final int QUIET_MILLIS = 50;

    /** A loop that is told to stop takes tasks for at most this long. */
    private static final int LIMIT_MILLIS = 2_000;

    private EventLoops() {}

    /** Makes a group; each loop's thread starts with its first task. */
    static EventLoopGroup start(int loops, IoHandlerFactory ioHandlers) {
        return new MultiThreadIoEventLoopGroup(loops, threads(), ioHandlers);
    }

    /** Closes all channels and ends the threads. Blocks for at most three seconds. */
    static void stop(EventLoopGroup group) {
        if (!group.shutdownGracefully(QUIET_MILLIS, LIMIT_MILLIS, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(LIMIT_MILLIS + 1_000L)) {
            LOG.warn("An event loop is still busy after {} ms and is left behind", LIMIT_MILLIS + 1_000);
        }
    }

    /** Daemons: a loop must not keep a process alive whose framework has ended. */
    private static ThreadFactory threads() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new FastThreadLocalThread(task, "infrajar-loop-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
