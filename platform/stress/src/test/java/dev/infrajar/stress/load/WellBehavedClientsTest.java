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
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WellBehavedClientsTest {
    private static final int NEWEST = Opening.NEWEST_KNOWN_PROTOCOL;

    /** Handshake and status request of these tests are so long. */
    private static final int STATUS_BYTES = 1 + 1 + 2 + 1 + Runs.HOST.length() + 2 + 1 + 2;

    private static final int PING_BYTES = 10;

    private static byte[] frame(int id, String text) {
        ByteBuf body = Unpooled.buffer();
        VarInts.write(body, id);
        WireStrings.write(body, text);
        return frame(body);
    }

    private static byte[] frame(ByteBuf body) {
        ByteBuf out = Unpooled.buffer();
        VarInts.write(out, body.readableBytes());
        out.writeBytes(body);
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return bytes;
    }

    private static void answerStatus(InputStream in, OutputStream out) throws IOException {
        in.readNBytes(STATUS_BYTES);
        byte[] answer = frame(0, "{\"description\":\"recorded\"}");
        // In two segments: a client must join them.
        out.write(answer, 0, 1);
        out.flush();
        out.write(answer, 1, answer.length - 1);
        byte[] ping = in.readNBytes(PING_BYTES);
        out.write(ping);
        in.read();
    }

    private static Tally run(RecordingServer server, Pattern pattern, int protocol) throws Exception {
        return Runs.of(Runs.single(server.address(), pattern, protocol, 1, Runs.LONG));
    }

    private static ByteBuf nextFrame(ByteBuf bytes) {
        return bytes.readSlice(VarInts.read(bytes));
    }

    private static void assertHandshake(ByteBuf frame, int protocol, int next) {
        assertThat(VarInts.read(frame)).isZero();
        assertThat(VarInts.read(frame)).isEqualTo(protocol);
        assertThat(WireStrings.read(frame, 255)).isEqualTo(Runs.HOST);
        assertThat(frame.readUnsignedShort()).isEqualTo(Runs.PORT);
        assertThat(VarInts.read(frame)).isEqualTo(next);
        assertThat(frame.isReadable()).isFalse();
    }

    @Test
    void statusClientAsksThenPings() throws Exception {
        try (var server = RecordingServer.start(WellBehavedClientsTest::answerStatus)) {
            Tally tally = run(server, Pattern.STATUS, NEWEST);

            ByteBuf sent = Unpooled.wrappedBuffer(server.record());
            assertHandshake(nextFrame(sent), NEWEST, 1);
            assertThat(nextFrame(sent).readByte()).isZero();
            assertThat(nextFrame(sent).readableBytes()).isEqualTo(1 + Long.BYTES);
            assertThat(sent.isReadable()).isFalse();
            assertThat(tally.count(Pattern.STATUS, Outcome.ANSWERED)).isEqualTo(1);
            assertThat(tally.hasAnswered()).isTrue();
        }
    }

    @Test
    void pongOfAnotherTokenIsNoAnswer() throws Exception {
        try (var server = RecordingServer.start((in, out) -> {
            in.readNBytes(STATUS_BYTES);
            out.write(frame(0, "{}"));
            in.readNBytes(PING_BYTES);
            out.write(frame(Unpooled.buffer().writeByte(1).writeLong(42)));
            in.read();
        })) {
            Tally tally = run(server, Pattern.STATUS, NEWEST);

            assertThat(tally.count(Pattern.STATUS, Outcome.BROKEN)).isEqualTo(1);
        }
    }

    @Test
    void statusAnswerThatIsNoJsonIsNoAnswer() throws Exception {
        try (var server = RecordingServer.start((in, out) -> {
            in.readNBytes(STATUS_BYTES);
            out.write(frame(0, "sorry"));
            in.read();
        })) {
            assertThat(run(server, Pattern.STATUS, NEWEST).count(Pattern.STATUS, Outcome.BROKEN))
                    .isEqualTo(1);
        }
    }

    @Test
    void targetThatClosesInsteadOfAnsweringIsCounted() throws Exception {
        try (var server = RecordingServer.start(RecordingServer.Behaviour.closingAfter(STATUS_BYTES))) {
            Tally tally = run(server, Pattern.STATUS, NEWEST);

            assertThat(tally.count(Pattern.STATUS, Outcome.CLOSED)).isEqualTo(1);
            assertThat(tally.hasAnswered()).isFalse();
        }
    }

    /** The bytes behind the name, by protocol. */
    @ParameterizedTest
    @CsvSource({"5, 0", "758, 0", "759, 1", "760, 18", "761, 17", "763, 17", "764, 16", "776, 16"})
    void loginClientSendsNameAndWhatItsVersionAdds(int protocol, int bytesBehindName) throws Exception {
        try (var server = RecordingServer.start((in, out) -> {
            in.readNBytes(in.read());
            in.readNBytes(in.read());
            out.write(frame(1, "an encryption request"));
            in.read();
        })) {
            Tally tally = run(server, Pattern.LOGIN, protocol);

            ByteBuf sent = Unpooled.wrappedBuffer(server.record());
            assertHandshake(nextFrame(sent), protocol, 2);
            ByteBuf login = nextFrame(sent);
            assertThat(VarInts.read(login)).isZero();
            assertThat(WireStrings.read(login, 16)).matches("stress_[0-9a-z]{9}");
            assertThat(login.readableBytes()).isEqualTo(bytesBehindName);
            assertThat(sent.isReadable()).isFalse();
            assertThat(tally.count(Pattern.LOGIN, Outcome.ANSWERED)).isEqualTo(1);
        }
    }

    @Test
    void refusalWithTextIsAnAnswerOfItsOwn() throws Exception {
        try (var server = RecordingServer.start((in, out) -> {
            in.readNBytes(in.read());
            in.readNBytes(in.read());
            out.write(frame(0, "{\"text\":\"full\"}"));
        })) {
            Tally tally = run(server, Pattern.LOGIN, NEWEST);

            assertThat(tally.count(Pattern.LOGIN, Outcome.REFUSED)).isEqualTo(1);
            assertThat(tally.hasAnswered()).isTrue();
        }
    }

    @Test
    void targetThatSaysNothingIsLeftAtTheLimit() throws Exception {
        try (var server = RecordingServer.start(RecordingServer.Behaviour.silent())) {
            Tally tally = Runs.of(Runs.single(server.address(), Pattern.LOGIN, NEWEST, 1, Duration.ofMillis(200)));

            assertThat(tally.count(Pattern.LOGIN, Outcome.STILL_OPEN)).isEqualTo(1);
            assertThat(tally.hasAnswered()).isFalse();
        }
    }

    @Test
    void targetThatIsNotThereIsNoAnswer() throws Exception {
        Tally tally = Runs.of(Runs.single(RecordingServer.deadAddress(), Pattern.STATUS, NEWEST, 1, Runs.LONG));

        assertThat(tally.count(Pattern.STATUS, Outcome.NOT_CONNECTED)).isEqualTo(1);
        assertThat(tally.firstFailedConnect())
                .hasValueSatisfying(reason -> assertThat(reason).contains("refused"));
        assertThat(tally.hasAnswered()).isFalse();
    }
}
