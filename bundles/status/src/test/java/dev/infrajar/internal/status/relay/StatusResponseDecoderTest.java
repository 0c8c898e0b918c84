// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.status.FakeBackend;
import dev.infrajar.internal.status.document.StatusDocument;
import dev.infrajar.internal.status.relay.StatusResponseDecoder.Received;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatusResponseDecoderTest {
    private final StatusResponseDecoder decoder = new StatusResponseDecoder();

    @Test
    void everySplitGivesTheSame() {
        byte[] packet = FakeBackend.response("{\"text\":\"é\"}");
        for (int first = 0; first <= packet.length; first++) {
            for (int second = first; second <= packet.length; second++) {
                assertThat(receivedIn(packet, first, second))
                        .as("split at %d and %d", first, second)
                        .isEqualTo(new Received.Text("{\"text\":\"é\"}"));
            }
        }
    }

    @Test
    void takesTheLongestStringOfTheWidestCharacters() {
        String longest = "€".repeat(StatusDocument.MAX_CHARS);

        feed(FakeBackend.response(longest));

        assertThat(decoder.received()).isCompletedWithValue(new Received.Text(longest));
    }

    @Test
    void refusesOneCharacterMore() {
        feed(FakeBackend.response("x".repeat(StatusDocument.MAX_CHARS + 1)));

        assertThat(decoder.received())
                .isCompletedWithValue(
                        new Received.Nothing("the answer is malformed: string is longer than its field allows"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 98_306, Integer.MAX_VALUE})
    void refusesLengthsThatNoAnswerHas(int length) {
        feed(FakeBackend.varInt(length));

        assertThat(decoder.received())
                .isCompletedWithValue(
                        new Received.Nothing("the answer claims " + length + " bytes, the most is 98305"));
    }

    @Test
    void refusesLengthThatNeverEnds() {
        feed(new byte[] {-1, -1, -1, -1, -1});

        assertThat(decoder.received())
                .isCompletedWithValue(new Received.Nothing("the answer is malformed: VarInt has more than five bytes"));
    }

    @Test
    void refusesStringThatEndsBehindItsPacket() {
        feed(FakeBackend.framed(new byte[] {0, 100, 'x'}));

        assertThat(decoder.received())
                .isCompletedWithValue(
                        new Received.Nothing("the answer is malformed: value ends behind the end of its packet"));
    }

    @Test
    void randomBytesNeverBreakItNorPileUp() {
        Random random = new Random(20_261_121);
        for (int round = 0; round < 2_000; round++) {
            StatusResponseDecoder fresh = new StatusResponseDecoder();
            EmbeddedChannel channel = new EmbeddedChannel(fresh);
            for (int piece = 0; piece < 4; piece++) {
                byte[] bytes = new byte[random.nextInt(64)];
                random.nextBytes(bytes);
                channel.writeInbound(Unpooled.wrappedBuffer(bytes));
            }
            channel.finishAndReleaseAll();
            assertThat(fresh.received()).isDone();
        }
    }

    private static Received receivedIn(byte[] packet, int first, int second) {
        StatusResponseDecoder decoder = new StatusResponseDecoder();
        EmbeddedChannel channel = new EmbeddedChannel(decoder);
        channel.writeInbound(Unpooled.copiedBuffer(packet, 0, first));
        channel.writeInbound(Unpooled.copiedBuffer(packet, first, second - first));
        channel.writeInbound(Unpooled.copiedBuffer(packet, second, packet.length - second));
        channel.finishAndReleaseAll();
        return decoder.received().join();
    }

    private void feed(byte[] bytes) {
        EmbeddedChannel channel = new EmbeddedChannel(decoder);
        channel.writeInbound(Unpooled.wrappedBuffer(bytes));
        assertThat(decoder.received()).isDone();
        channel.finishAndReleaseAll();
    }
}
