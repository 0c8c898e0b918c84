// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.load;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** The client's end of one session; one thread. Every call takes the limit at most, then fails. */
public final class Client implements Closeable {
    private static final long HIGHEST_LATENCY_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int SIGNIFICANT_DIGITS = 3;

    private final SocketChannel channel;
    private final Watchdog watchdog;
    private final Duration limit;

    Client(SocketChannel channel, Watchdog watchdog, Duration limit) {
        this.channel = channel;
        this.watchdog = watchdog;
        this.limit = limit;
    }

    void login(String host, Order order) throws IOException {
        try (Watchdog.Guard _ = watchdog.closeAfter(channel, limit)) {
            Bulk.sendAll(channel, Preamble.login(host, order).nioBuffer());
            Bulk.receiveAll(channel, ByteBuffer.allocate(1));
        }
    }

    /**
     * Lets a stream run for some time, then moves so many more bytes at its usual speed.
     *
     * @param order {@link Order#SOURCE} or {@link Order#SINK}, as the session was opened with
     * @param lead the time before what counts
     * @param bytes what counts, to within what is under way
     * @param meter called at the beginning of what counts, then at its end
     */
    public void stream(Order order, Duration lead, long bytes, Meter meter) throws IOException {
        Bulk bulk = new Bulk(channel);
        try (Watchdog.Guard _ = watchdog.closeAfter(channel, limit)) {
            long deadlineNanos = System.nanoTime() + lead.toNanos();
            while (System.nanoTime() < deadlineNanos) {
                move(bulk, order);
            }
            meter.begin();
            for (long rest = bytes; rest > 0; ) {
                rest -= move(bulk, order);
            }
            meter.end();
        }
    }

    /** Reads clocks around a piece of work. */
    public interface Meter {
        /** Called right before it. */
        void begin() throws IOException;

        /** Called right after it. */
        void end() throws IOException;
    }

    /**
     * Sends messages to an echo, each when the one before has come back.
     *
     * @param messageBytes the size of each
     * @param count how many
     * @return round trip times, nanoseconds
     */
    public Histogram pingPong(int messageBytes, int count) throws IOException {
        Histogram nanos = new Histogram(HIGHEST_LATENCY_NANOS, SIGNIFICANT_DIGITS);
        ByteBuffer message = ByteBuffer.allocateDirect(messageBytes);
        try (Watchdog.Guard _ = watchdog.closeAfter(channel, limit)) {
            for (int i = 0; i < count; i++) {
                nanos.recordValue(roundTripNanos(message));
            }
        }
        return nanos;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private long roundTripNanos(ByteBuffer message) throws IOException {
        long start = System.nanoTime();
        Bulk.sendAll(channel, message.clear());
        Bulk.receiveAll(channel, message.clear());
        return System.nanoTime() - start;
    }

    private static int move(Bulk bulk, Order order) throws IOException {
        return order == Order.SOURCE ? bulk.receive() : bulk.send();
    }
}
