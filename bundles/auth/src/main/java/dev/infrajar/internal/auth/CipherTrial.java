// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import dev.infrajar.net.encryption.EncryptionFactory;
import dev.infrajar.net.encryption.StreamCipher;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries all libraries side by side: a slice of each direction in turn, again and again, until none of them becomes faster. What a
 * library needs most of the time for in a JVM that has just started is being interpreted, and not all of them are compiled
 * equally soon; so a trial of a fixed time compares the compiler's order, and one after the other what else the start does.
 * The fastest slice counts: what other threads and the warm-up cost is in the slower ones.
 */
final class CipherTrial implements CipherChoice.Trial {
    private static final Logger LOG = LoggerFactory.getLogger(CipherTrial.class);

    /** The bytes that are timed at once: a few hundredths of a millisecond, so that most are not interrupted. */
    static final int SLICE = 4096;

    /** A slice that is faster by less is as fast as the one before. */
    private static final double GAIN = 0.97;

    private final LongSupplier nanoTime;
    private final long quietNanos;
    private final long capNanos;

    /**
     * Creates a trial.
     *
     * @param nanoTime a clock, in nanoseconds
     * @param quiet ends the trial when nothing has become faster for so long, without the time that other threads take
     * @param cap ends it in any case when so much has passed on the clock, behind the slice of each that is under way
     */
    CipherTrial(LongSupplier nanoTime, Duration quiet, Duration cap) {
        this.nanoTime = nanoTime;
        this.quietNanos = quiet.toNanos();
        this.capNanos = cap.toNanos();
    }

    @Override
    public List<CipherSpeed> of(List<CipherChoice.Candidate> candidates) {
        List<Entrant> entrants = candidates.stream().map(Entrant::new).toList();
        ByteBuf buffer = Unpooled.directBuffer(SLICE).writeZero(SLICE);
        try {
            run(entrants, buffer);
            return entrants.stream().map(Entrant::speed).toList();
        } finally {
            entrants.forEach(Entrant::close);
            buffer.release();
        }
    }

    private void run(List<Entrant> entrants, ByteBuf buffer) {
        List<Entrant> running = new ArrayList<>(entrants);
        long begin = nanoTime.getAsLong();
        long quiet = 0;
        while (!running.isEmpty() && quiet < quietNanos && nanoTime.getAsLong() - begin < capNanos) {
            boolean isFaster = false;
            for (Entrant entrant : running) {
                isFaster = entrant.run(buffer, nanoTime) || isFaster;
            }
            running.removeIf(Entrant::isOut);
            quiet = isFaster ? 0 : quiet + workNanos(running);
        }
    }

    /** What a slice of each takes that nobody disturbs: on a busy machine the compiler is late as well. */
    private static long workNanos(List<Entrant> running) {
        return running.stream().mapToLong(Entrant::workNanos).sum();
    }

    /** One direction of a library. */
    private static final class Lane {
        private final StreamCipher cipher;
        private long best = Long.MAX_VALUE;
        private double mark = Double.MAX_VALUE;

        Lane(StreamCipher cipher) {
            this.cipher = cipher;
        }

        /** Whether it has become faster since it last had. */
        boolean run(ByteBuf buffer, LongSupplier nanoTime) {
            long begin = nanoTime.getAsLong();
            cipher.apply(buffer);
            best = Math.min(best, nanoTime.getAsLong() - begin);
            boolean isFaster = best < mark * GAIN;
            mark = isFaster ? best : mark;
            return isFaster;
        }

        double nanosPerByte() {
            return (double) best / SLICE;
        }
    }

    /** A library; out of the trial when it fails: it has just been removed, or does not work here. */
    private static final class Entrant {
        private final CipherChoice.Candidate candidate;
        private List<Lane> lanes = List.of();
        private boolean isOut;

        Entrant(CipherChoice.Candidate candidate) {
            this.candidate = candidate;
        }

        boolean run(ByteBuf buffer, LongSupplier nanoTime) {
            try {
                begin();
                boolean encryptsFaster = lanes.get(0).run(buffer, nanoTime);
                boolean decryptsFaster = lanes.get(1).run(buffer, nanoTime);
                return encryptsFaster || decryptsFaster;
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("the encryption of {} could not be tried", candidate.kind(), e);
                isOut = true;
                return false;
            }
        }

        private void begin() {
            if (lanes.isEmpty()) {
                byte[] secret = new byte[EncryptionFactory.SECRET_BYTES];
                lanes = List.of(new Lane(candidate.factory().newEncryptor(secret)));
                lanes = List.of(lanes.get(0), new Lane(candidate.factory().newDecryptor(secret)));
            }
        }

        boolean isOut() {
            return isOut;
        }

        long workNanos() {
            return lanes.get(0).best + lanes.get(1).best;
        }

        CipherSpeed speed() {
            return isOut
                    ? CipherSpeed.UNUSABLE
                    : new CipherSpeed(lanes.get(0).nanosPerByte(), lanes.get(1).nanosPerByte());
        }

        void close() {
            lanes.forEach(lane -> lane.cipher.close());
        }
    }
}
