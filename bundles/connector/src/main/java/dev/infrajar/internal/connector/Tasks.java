// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** Parts of a dial: whatever becomes of one, its result is told. */
final class Tasks {
    private static final ThreadFactory THREADS =
            Thread.ofVirtual().name("dial-", 0).factory();

    private Tasks() {}

    /**
     * Begins on a virtual thread what has to wait. Who cancels its result interrupts it.
     *
     * @param unwanted takes what came of it when that is too late
     * @return completed on the loop
     */
    static <T> Future<T> call(EventLoop loop, Callable<T> task, Consumer<T> unwanted) {
        Promise<T> result = loop.newPromise();
        Thread thread = THREADS.newThread(() -> run(task, result, unwanted));
        result.addListener(ended -> {
            if (ended.isCancelled()) {
                thread.interrupt();
            }
        });
        thread.start();
        return result;
    }

    /** Does a part on the event loop; what it throws becomes the result. */
    static void guard(Promise<?> result, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | LinkageError e) {
            result.tryFailure(e);
        }
    }

    private static <T> void run(Callable<T> task, Promise<T> result, Consumer<T> unwanted) {
        try {
            T value = task.call();
            if (!result.trySuccess(value)) {
                unwanted.accept(value);
            }
        } catch (Throwable t) { // the last frame of the thread: whoever waits for the result must hear of it
            result.tryFailure(t);
        }
    }
}
