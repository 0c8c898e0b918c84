// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import dev.infrajar.stress.pattern.Opening;
import dev.infrajar.stress.pattern.Outcome;
import dev.infrajar.stress.pattern.Pattern;
import dev.infrajar.stress.report.Tally;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedClientsTest {
    private static final int NEWEST = Opening.NEWEST_KNOWN_PROTOCOL;

    /** The frame of a good handshake in these tests, and its length. */
    private static final int HANDSHAKE_BYTES = 1 + 1 + 2 + 1 + Runs.HOST.length() + 2 + 1;

    /** As long as a client that never leaves is given to be closed. */
    private static final Duration SHORT = Duration.ofMillis(300);

    private static Tally run(RecordingServer server, Pattern pattern, long seed, Duration limit) throws Exception {
        return Runs.of(Runs.single(server.address(), pattern, NEWEST, seed, limit));
    }

    /** All that a client sends who is not closed. */
    private static byte[] sentBy(Pattern pattern, long seed) throws Exception {
        try (var server = RecordingServer.start(RecordingServer.Behaviour.silent())) {
            Tally tally = run(server, pattern, seed, SHORT);
            assertThat(tally.count(pattern, Outcome.STILL_OPEN)).isEqualTo(1);
            return server.record();
        }
    }

    private static void assertGoodHandshake(ByteBuf sent) {
        ByteBuf frame = sent.readSlice(VarInts.read(sent));
        assertThat(VarInts.read(frame)).isZero();
        assertThat(VarInts.read(frame)).isEqualTo(NEWEST);
        assertThat(WireStrings.read(frame, 255)).isEqualTo(Runs.HOST);
    }

    @Test
    void hugeHostIsLongerThanAnyHostMayBe() throws Exception {
        ByteBuf sent = Unpooled.wrappedBuffer(sentBy(Pattern.HUGE_HOST, 1));

        ByteBuf frame = sent.readSlice(VarInts.read(sent));
        VarInts.read(frame);
        VarInts.read(frame);
        assertThat(WireStrings.read(frame, 32_767)).hasSizeGreaterThan(1000);
        assertThat(frame.readableBytes()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void falseVarIntIsNoLengthOfAFrame(long seed) throws Exception {
        byte[] sent = sentBy(Pattern.FALSE_VARINT, seed);

        assertThat(sent).hasSizeBetween(6, 8);
        assertThat(sent).startsWith(-1, -1, -1, -1);
    }

    @Test
    void randomBytesDependOnTheSeed() throws Exception {
        byte[] first = sentBy(Pattern.RANDOM_BYTES, 1);

        assertThat(first).hasSizeBetween(1, 2048).isEqualTo(sentBy(Pattern.RANDOM_BYTES, 1));
        assertThat(first).isNotEqualTo(sentBy(Pattern.RANDOM_BYTES, 2));
    }

    @Test
    void randomBytesFollowAGoodHandshake() throws Exception {
        ByteBuf sent = Unpooled.wrappedBuffer(sentBy(Pattern.RANDOM_AFTER_HANDSHAKE, 1));

        assertGoodHandshake(sent);
        assertThat(sent.readableBytes()).isBetween(1, 2048);
    }

    @Test
    void earlyClosersLeaveWithinAGoodLogin() throws Exception {
        try (var server = RecordingServer.start(RecordingServer.Behaviour.silent())) {
            for (long seed = 0; seed < 10; seed++) {
                Tally tally = run(server, Pattern.EARLY_CLOSE, seed, Runs.LONG);

                assertThat(tally.count(Pattern.EARLY_CLOSE, Outcome.LEFT)).isEqualTo(1);
                assertThat(tally.hasAnswered()).isFalse();
                byte[] sent = server.record();
                if (sent.length > HANDSHAKE_BYTES) {
                    assertGoodHandshake(Unpooled.wrappedBuffer(sent));
                }
            }
        }
    }

    @Test
    void slowlorisSendsAGoodLoginByteByByte() throws Exception {
        try (var server = RecordingServer.start(RecordingServer.Behaviour.closingAfter(3))) {
            Tally tally = run(server, Pattern.SLOWLORIS, 1, Runs.LONG);

            assertThat(tally.count(Pattern.SLOWLORIS, Outcome.CLOSED)).isEqualTo(1);
            assertThat(server.record()).hasSize(3).startsWith(HANDSHAKE_BYTES - 1, 0);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HUGE_HOST", "FALSE_VARINT", "RANDOM_BYTES", "RANDOM_AFTER_HANDSHAKE"})
    void targetThatClosesDoesWhatItShould(Pattern pattern) throws Exception {
        try (var server = RecordingServer.start(RecordingServer.Behaviour.closingAfter(1))) {
            Tally tally = run(server, pattern, 1, Runs.LONG);

            assertThat(tally.count(pattern, Outcome.CLOSED) + tally.count(pattern, Outcome.RESET))
                    .isEqualTo(1);
            assertThat(tally.hasAnswered()).isTrue();
        }
    }
}
