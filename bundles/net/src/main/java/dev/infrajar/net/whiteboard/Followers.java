// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.whiteboard;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What uses the services of a whiteboard, and follows its changes on an event loop: the chains of connections. Callable from any
 * thread.
 *
 * @param <F> one of them
 */
public final class Followers<F> {
    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);

    /** How long a leaving service waits until the last of them has let go of it. */
    private static final Duration LETTING_GO = Duration.ofSeconds(1);

    private final Set<F> all = ConcurrentHashMap.newKeySet();
    private final Function<F, EventLoop> loopOf;
    private final Consumer<F> refresh;

    /**
     * None yet.
     *
     * @param loopOf the event loop of one
     * @param refresh makes one use the services of this moment, on its event loop
     */
    public Followers(Function<F, EventLoop> loopOf, Consumer<F> refresh) {
        this.loopOf = loopOf;
        this.refresh = refresh;
    }

    /**
     * Adds one. Only behind that may it look what is there: a change that it misses then finds it here.
     *
     * @param follower is refreshed from now on
     */
    public void add(F follower) {
        all.add(follower);
    }

    /**
     * Removes one.
     *
     * @param follower its connection is over
     */
    public void remove(F follower) {
        all.remove(follower);
    }

    /**
     * Has all of them refreshed, each on its event loop.
     *
     * @return counts down to zero with them
     */
    public CountDownLatch refresh() {
        List<F> present = List.copyOf(all);
        CountDownLatch latch = new CountDownLatch(present.size());
        present.forEach(follower -> refresh(follower, latch));
        return latch;
    }

    private void refresh(F follower, CountDownLatch done) {
        try {
            loopOf.apply(follower).execute(() -> {
                refresh.accept(follower);
                done.countDown();
            });
        } catch (RejectedExecutionException e) { // the loop has ended, and the connection with it
            done.countDown();
        }
    }

    /**
     * Waits until they have followed, for a second at most. Not on an event loop.
     *
     * @param followed of {@link #refresh()}
     * @param leaving what they let go of, for the log
     */
    public static void await(CountDownLatch followed, String leaving) {
        try {
            if (!followed.await(LETTING_GO.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn(
                        "{} connections have not let go of a leaving {} yet: their event loops are busy",
                        followed.getCount(),
                        leaving);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
