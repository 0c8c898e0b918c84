// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.IoEvent;
import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoOps;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;
import io.netty.util.concurrent.ThreadAwareExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class BatchedEpollTest {
    private static final EpollIoOps READ = EpollIoOps.EPOLLIN;
    private static final EpollIoOps WRITE = EpollIoOps.EPOLLOUT;

    private final RecordingEpoll epoll = new RecordingEpoll();
    private final TestLoop loop = new TestLoop();
    private final IoHandler batched = BatchedEpoll.over(epoll).newHandler(loop);
    private final Handle handle = new Handle();

    @Test
    void setsWhatIsWantedWhenTheLoopIsAboutToWait() throws Exception {
        IoRegistration registration = batched.register(handle);
        registration.submit(READ);
        registration.submit(READ.with(WRITE));
        registration.submit(WRITE);
        assertThat(epoll.calls).isEmpty();

        batched.run(new NoWait());
        assertThat(epoll.calls).containsExactly("set " + WRITE, "wait");
    }

    @Test
    void setsNothingThatIsSetAlready() throws Exception {
        IoRegistration registration = batched.register(handle);
        registration.submit(READ);
        batched.run(new NoWait());
        registration.submit(WRITE);
        registration.submit(READ);
        batched.run(new NoWait());

        assertThat(epoll.calls).containsExactly("set " + READ, "wait", "wait");
    }

    @Test
    void keepsSocketThatWaitsForNothingForItsErrors() throws Exception {
        IoRegistration registration = batched.register(handle);
        registration.submit(READ);
        batched.run(new NoWait());
        registration.submit(EpollIoOps.NONE);
        batched.run(new NoWait());

        assertThat(epoll.calls).containsExactly("set " + READ, "wait", "set " + EpollIoOps.EPOLLET, "wait");
    }

    @Test
    void setsNothingForSocketThatNeverWaited() throws Exception {
        batched.register(handle).submit(EpollIoOps.NONE);
        batched.run(new NoWait());

        assertThat(epoll.calls).containsExactly("wait");
    }

    @Test
    void setsEdgeTriggeredInterestsEachTimeAtOnce() throws Exception {
        EpollIoOps edge = READ.with(EpollIoOps.EPOLLET);
        IoRegistration registration = batched.register(handle);
        registration.submit(edge);
        registration.submit(edge);

        assertThat(epoll.calls).containsExactly("set " + edge, "set " + edge);
    }

    @Test
    void forgetsWhatIsWantedOfCancelled() throws Exception {
        IoRegistration registration = batched.register(handle);
        registration.submit(READ);
        batched.run(new NoWait());
        registration.submit(WRITE);
        registration.cancel();
        batched.run(new NoWait());

        assertThat(epoll.calls).containsExactly("set " + READ, "wait", "cancel", "wait");
    }

    @Test
    void addsSocketBeforeItIsTakenOutAgain() throws Exception {
        IoRegistration registration = batched.register(handle);
        registration.submit(READ);
        registration.cancel();

        assertThat(epoll.calls).containsExactly("set " + READ, "cancel");
    }

    @Test
    void takesInterestsOfOtherThreadsToTheLoop() throws Exception {
        IoRegistration registration = batched.register(handle);
        loop.isThis = false;
        registration.submit(READ);
        loop.isThis = true;
        batched.run(new NoWait());
        loop.runTasks();
        batched.run(new NoWait());

        assertThat(epoll.calls).containsExactly("wait", "set " + READ, "wait");
    }

    @Test
    void closesSocketThatCannotBeWaitedForAndNoOther() throws Exception {
        Handle other = new Handle();
        IoRegistration failing = batched.register(handle);
        IoRegistration good = batched.register(other);
        epoll.refused = handle;
        failing.submit(READ);
        good.submit(READ);
        batched.run(new NoWait());

        assertThat(handle.isClosed).isTrue();
        assertThat(other.isClosed).isFalse();
        assertThat(epoll.calls).containsExactly("set " + READ, "wait");
    }

    private static final class Handle implements EpollIoHandle {
        private boolean isClosed;

        @Override
        public FileDescriptor fd() {
            // Never used as one.
            return new FileDescriptor(1);
        }

        @Override
        public void handle(IoRegistration registration, IoEvent event) {}

        @Override
        public void close() {
            isClosed = true;
        }
    }

    private static final class NoWait implements IoHandlerContext {
        @Override
        public boolean canBlock() {
            return false;
        }

        @Override
        public long delayNanos(long currentTimeNanos) {
            return 0;
        }

        @Override
        public long deadlineNanos() {
            return -1;
        }
    }

    private static final class TestLoop implements ThreadAwareExecutor {
        private final Queue<Runnable> tasks = new ArrayDeque<>();
        private boolean isThis = true;

        @Override
        public boolean isExecutorThread(Thread thread) {
            return isThis;
        }

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        private void runTasks() {
            tasks.forEach(Runnable::run);
            tasks.clear();
        }
    }

    private static final class RecordingEpoll implements IoHandler, IoHandlerFactory {
        private final List<String> calls = new ArrayList<>();
        private IoHandle refused = new Handle();

        @Override
        public IoHandler newHandler(ThreadAwareExecutor executor) {
            return this;
        }

        @Override
        public int run(IoHandlerContext context) {
            calls.add("wait");
            return 0;
        }

        @Override
        public IoRegistration register(IoHandle handle) {
            return new IoRegistration() {
                private boolean isValid = true;

                @Override
                @SuppressWarnings("TypeParameterUnusedInFormals") // Netty's signature
                public <T> T attachment() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public long submit(IoOps ops) {
                    if (handle == refused) {
                        throw new UncheckedIOException(new IOException("No space left on device"));
                    }
                    calls.add("set " + ops);
                    return 0;
                }

                @Override
                public boolean isValid() {
                    return isValid;
                }

                @Override
                public boolean cancel() {
                    isValid = false;
                    calls.add("cancel");
                    return true;
                }
            };
        }

        @Override
        public void wakeup() {}

        @Override
        public boolean isCompatible(Class<? extends IoHandle> handleType) {
            return true;
        }
    }
}
