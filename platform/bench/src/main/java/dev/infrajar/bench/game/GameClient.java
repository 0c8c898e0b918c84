// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import dev.infrajar.bench.load.Client;
import dev.infrajar.bench.load.Order;
import dev.infrajar.bench.load.Watchdog;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** A player who has joined and given an order; one thread. Every call takes the limit at most, then fails. */
public final class GameClient implements Closeable {
    /** Large enough that the driver's system calls are few beside a proxy's. */
    private static final int CHUNK_BYTES = 256 * 1024;

    private static final long HIGHEST_LATENCY_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int SIGNIFICANT_DIGITS = 3;

    private final SocketChannel channel;
    private final @Nullable Encryption encryption;
    private final Watchdog watchdog;
    private final Duration limit;

    GameClient(SocketChannel channel, @Nullable Encryption encryption, Watchdog watchdog, Duration limit) {
        this.channel = channel;
        this.encryption = encryption;
        this.watchdog = watchdog;
        this.limit = limit;
    }

    /**
     * Lets the stream run for some time, then takes so many more bytes at its usual speed. All of them are checked; of an
     * encrypted stream a part.
     *
     * @param stream what the server sends; ordered with {@link Order#SOURCE}
     * @param isChanged whether a plugin changes what may be changed
     * @param lead the time before what counts
     * @param bytes what counts, to within what is under way
     * @param meter called at the beginning of what counts, then at its end
     * @throws IOException if the stream ends or is wrong
     */
    public void stream(PacketStream stream, boolean isChanged, Duration lead, long bytes, Client.Meter meter)
            throws IOException {
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);
        try (Watchdog.Guard _ = watchdog.closeAfter(channel, limit)) {
            long deadlineNanos = System.nanoTime() + lead.toNanos();
            StreamCheck check = check(stream, isChanged, chunk);
            while (System.nanoTime() < deadlineNanos) {
                receive(chunk, check);
            }
            meter.begin();
            for (long rest = bytes; rest > 0; ) {
                rest -= receive(chunk, check);
            }
            meter.end();
        }
    }

    /**
     * Sends small packets to and fro, each when the one before has come back. What it costs to encrypt and decrypt them here does not
     * count.
     *
     * @param frame one packet, as {@link SmallFrame} makes them; ordered with {@link Order#ECHO}
     * @param count how many
     * @return round trip times, nanoseconds
     * @throws IOException if something else comes back
     */
    public Histogram pingPong(ByteBuffer frame, int count) throws IOException {
        Histogram nanos = new Histogram(HIGHEST_LATENCY_NANOS, SIGNIFICANT_DIGITS);
        ByteBuffer sent = ByteBuffer.allocateDirect(frame.capacity());
        ByteBuffer answer = ByteBuffer.allocateDirect(frame.capacity());
        try (Watchdog.Guard _ = watchdog.closeAfter(channel, limit)) {
            for (int i = 0; i < count; i++) {
                nanos.recordValue(roundTripNanos(frame, sent, answer));
            }
        }
        return nanos;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private StreamCheck check(PacketStream stream, boolean isChanged, ByteBuffer chunk) throws IOException {
        if (encryption != null) {
            return new SpotCheck(encryption.secret(), stream.round().nioBuffer());
        }
        if (!isChanged) {
            return new RoundCheck(stream.round().nioBuffer());
        }
        ChangedRound first = new ChangedRound(stream);
        receive(chunk);
        while (!first.take(chunk)) {
            receive(chunk);
        }
        return first.rest();
    }

    private int receive(ByteBuffer chunk, StreamCheck check) throws IOException {
        int bytes = receive(chunk);
        check.take(chunk);
        return bytes;
    }

    private int receive(ByteBuffer chunk) throws IOException {
        if (channel.read(chunk.clear()) < 0) {
            throw new EOFException("the other side has ended");
        }
        return chunk.flip().remaining();
    }

    private long roundTripNanos(ByteBuffer frame, ByteBuffer sent, ByteBuffer answer) throws IOException {
        encrypt(frame.clear(), sent);
        long start = System.nanoTime();
        send(sent);
        answer.clear();
        while (answer.hasRemaining()) {
            if (channel.read(answer) < 0) {
                throw new EOFException("the other side has ended");
            }
        }
        long nanos = System.nanoTime() - start;
        decrypt(answer.flip(), sent);
        if (!sent.equals(frame.clear())) {
            throw new IOException("another packet came back");
        }
        return nanos;
    }

    private void encrypt(ByteBuffer plain, ByteBuffer sent) {
        if (encryption == null) {
            sent.clear().put(plain).flip();
        } else {
            encryption.encrypt(plain, sent);
        }
    }

    private void decrypt(ByteBuffer received, ByteBuffer plain) {
        if (encryption == null) {
            plain.clear().put(received).flip();
        } else {
            encryption.decrypt(received, plain);
        }
    }

    private void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
