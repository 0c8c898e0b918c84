// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.auth.CipherChoice.Candidate;
import dev.infrajar.net.encryption.EncryptionFactory;
import dev.infrajar.net.encryption.StreamCipher;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** Slices take as long as the test says, on a clock that only they move. */
class CipherTrialTest {
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final Duration CAP = Duration.ofSeconds(3);

    private final List<StreamCipher> open = new ArrayList<>();
    private final CipherTrial trial = new CipherTrial(() -> this.now, QUIET, CAP);
    private long now = 123;

    /** What is warm from the start: nanoseconds for a byte. */
    private static long steady(long slice) {
        return 10;
    }

    /** A library whose slices take, for a byte, what is said of their number, which counts from zero. */
    private class Timed implements EncryptionFactory {
        private final LongUnaryOperator encrypt;
        private final LongUnaryOperator decrypt;

        Timed(LongUnaryOperator encrypt, LongUnaryOperator decrypt) {
            this.encrypt = encrypt;
            this.decrypt = decrypt;
        }

        @Override
        public StreamCipher newEncryptor(byte[] secret) {
            return new TimedCipher(encrypt);
        }

        @Override
        public StreamCipher newDecryptor(byte[] secret) {
            return new TimedCipher(decrypt);
        }
    }

    private final class TimedCipher implements StreamCipher {
        private final LongUnaryOperator nanosPerByte;
        private long slices;

        TimedCipher(LongUnaryOperator nanosPerByte) {
            this.nanosPerByte = nanosPerByte;
            open.add(this);
        }

        @Override
        public void apply(ByteBuf buffer) {
            now += nanosPerByte.applyAsLong(slices) * buffer.readableBytes();
            slices++;
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }

    /** Much slower than others until so many slices have run: what is interpreted is compiled at last. */
    private static LongUnaryOperator warmAfter(long slices, long nanosPerByte) {
        return slice -> slice < slices ? 200 - slice * 100 / slices : nanosPerByte;
    }

    private static Candidate candidate(String kind, EncryptionFactory factory) {
        return new Candidate(kind, 0, 1, factory, null);
    }

    private List<CipherSpeed> speeds(EncryptionFactory... factories) {
        return trial.of(List.of(factories).stream()
                .map(factory -> candidate("fake", factory))
                .toList());
    }

    @Test
    void findsTheOneThatIsFastestInTheEnd() {
        EncryptionFactory jdk = new Timed(warmAfter(50, 16), warmAfter(100, 3));
        EncryptionFactory openssl = new Timed(warmAfter(10, 17), warmAfter(400, 2));
        assertThat(speeds(jdk, openssl)).containsExactly(new CipherSpeed(16, 3), new CipherSpeed(17, 2));
    }

    @Test
    void waitsForTheCompilerBehindAPlateau() {
        // 17 ns a byte while 1500 slices of all four run, some 240 ms, and twice as fast as the other one then.
        EncryptionFactory late = new Timed(CipherTrialTest::steady, slice -> slice < 1500 ? 17 : 2);
        assertThat(speeds(new Timed(CipherTrialTest::steady, slice -> 3), late))
                .containsExactly(new CipherSpeed(10, 3), new CipherSpeed(10, 2));
    }

    @Test
    void countsTheFastestSlice() {
        EncryptionFactory disturbed = new Timed(slice -> slice % 7 == 3 ? 10 : 30, slice -> slice % 5 == 4 ? 2 : 900);
        assertThat(speeds(disturbed)).containsExactly(new CipherSpeed(10, 2));
    }

    /** Nine slices of ten take ten times as long as the library needs. */
    private static LongUnaryOperator disturbed(LongUnaryOperator nanosPerByte) {
        return slice -> nanosPerByte.applyAsLong(slice) * (slice % 10 == 0 ? 1 : 10);
    }

    @Test
    void waitsForTheCompilerOfABusyMachine() {
        EncryptionFactory late =
                new Timed(disturbed(CipherTrialTest::steady), disturbed(slice -> slice < 1500 ? 17 : 2));
        assertThat(speeds(new Timed(disturbed(CipherTrialTest::steady), disturbed(slice -> 3)), late))
                .containsExactly(new CipherSpeed(10, 3), new CipherSpeed(10, 2));
    }

    @Test
    void endsWhenNothingBecomesFaster() {
        speeds(
                new Timed(CipherTrialTest::steady, CipherTrialTest::steady),
                new Timed(CipherTrialTest::steady, CipherTrialTest::steady));
        assertThat(now - 123).isBetween(QUIET.toNanos(), QUIET.toNanos() + TimeUnit.MILLISECONDS.toNanos(1));
    }

    @Test
    void endsAtTheCapWhatNeverStopsBecomingFaster() {
        speeds(
                new Timed(CipherTrialTest::steady, slice -> (long) (500 * Math.pow(0.999, (double) slice))),
                new Timed(CipherTrialTest::steady, CipherTrialTest::steady));
        assertThat(now - 123).isBetween(CAP.toNanos(), CAP.toNanos() + TimeUnit.MILLISECONDS.toNanos(1));
    }

    @Test
    void triesASliceOfEachHoweverSlow() {
        LongUnaryOperator slow = slice -> 1_000_000;
        assertThat(speeds(new Timed(slow, slow), new Timed(slow, CipherTrialTest::steady)))
                .containsExactly(new CipherSpeed(1_000_000, 1_000_000), new CipherSpeed(1_000_000, 10));
    }

    @Test
    void goesOnWithTheOthersWhenOneFails() {
        EncryptionFactory broken = new Timed(CipherTrialTest::steady, slice -> {
            throw new IllegalStateException("thrown by the test");
        });
        assertThat(speeds(broken, new Timed(CipherTrialTest::steady, CipherTrialTest::steady)))
                .containsExactly(CipherSpeed.UNUSABLE, new CipherSpeed(10, 10));
    }

    @Test
    void endsWhenAllFail() {
        assertThat(speeds(new Timed(
                        slice -> {
                            throw new IllegalStateException("thrown by the test");
                        },
                        CipherTrialTest::steady)))
                .containsExactly(CipherSpeed.UNUSABLE);
    }

    @Test
    void closesWhatItHasMade() {
        EncryptionFactory half = new Timed(CipherTrialTest::steady, CipherTrialTest::steady) {
            @Override
            public StreamCipher newDecryptor(byte[] secret) {
                throw new IllegalStateException("thrown by the test");
            }
        };
        assertThat(speeds(half, new Timed(CipherTrialTest::steady, CipherTrialTest::steady)))
                .hasSize(2)
                .startsWith(CipherSpeed.UNUSABLE);
        assertThat(open).isEmpty();
    }
}
