// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Well-behaved players who send something now and then and expect it back, byte by byte. They join at the start and stay
 * until the end.
 */
public final class Chatter implements AutoCloseable {
    private static final int PAUSE_MS = 250;
    private static final int MESSAGE_CHARS = 700;

    private final List<PlainClient> players;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger rounds = new AtomicInteger();
    private Future<?> chat = CompletableFuture.completedFuture(null);

    private Chatter(List<PlainClient> players) {
        this.players = players;
    }

    /**
     * Lets players join; the backend greets each.
     *
     * @param port of the proxy
     * @param host the host of the handshake
     * @param greeting how many bytes the backend sends to each who joins
     * @param count how many players
     * @return all joined, silent
     */
    public static Chatter join(int port, String host, int greeting, int count) {
        return new Chatter(IntStream.range(0, count)
                .mapToObj(i -> {
                    PlainClient player = PlainClient.join(port, host, "Chatter" + i);
                    player.read(greeting);
                    return player;
                })
                .toList());
    }

    /** Lets all of them send and wait for it, again and again, until {@link #pause}. */
    public void start() {
        chat = clock.scheduleWithFixedDelay(this::exchange, 0, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * Lets them finish their round and be silent.
     *
     * @throws ExecutionException if since the start one message has not come back as it was
     */
    public void pause() throws ExecutionException, InterruptedException {
        boolean wasWell = chat.cancel(false);
        // One thread: this comes behind the round that may be under way.
        clock.submit(() -> {}).get();
        if (!wasWell) {
            chat.get();
        }
    }

    /** Lets each send one message and wait for it. */
    public void exchange() {
        int round = rounds.incrementAndGet();
        for (int i = 0; i < players.size(); i++) {
            String message = (i + ":" + round + ";").repeat(MESSAGE_CHARS).substring(0, MESSAGE_CHARS);
            assertThat(players.get(i).echo(message)).isEqualTo(message);
        }
    }

    /**
     * How often all of them have sent something.
     *
     * @return 0 or more
     */
    public int rounds() {
        return rounds.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        players.forEach(PlainClient::close);
    }
}
