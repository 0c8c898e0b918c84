// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.infrajar.internal.status.document.StatusDocument;
import dev.infrajar.internal.status.relay.StatusResponseDecoder.Received;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a backend answers to a status request. The first byte says in pieces of how many bytes the others arrive; in pieces and at once
 * they give the same. A text in them is refused, or something that all clients can be shown.
 */
class StatusAnswerFuzzTest {
    private static final String PLAIN =
            "{\"version\":{\"name\":\"x\",\"protocol\":774},\"players\":{\"online\":1,\"max\":2";

    static Stream<byte[]> seeds() {
        return Stream.of(
                        PLAIN + "}}",
                        PLAIN
                                + ",\"sample\":[{\"name\":\"a\",\"id\":\"\"}]},\"description\":\"§at\",\"favicon\":\"data:\"}",
                        PLAIN
                                + "},\"description\":{\"text\":\"a\",\"extra\":[{\"translate\":\"b\",\"with\":[1,null]}]}}",
                        PLAIN + "},\"description\":[\"a\",{\"text\":\"b\",\"color\":\"red\",\"bold\":true}]}",
                        PLAIN.replace("774", "1e2").replace("\"x\"", "[]") + "},\"description\":null}",
                        "[[[[")
                .map(StatusAnswerFuzzTest::seed);
    }

    private static byte[] seed(String json) {
        ByteBuf packet = Unpooled.buffer().writeByte(0);
        WireStrings.write(packet, json);
        ByteBuf seed = Unpooled.buffer().writeByte(6);
        VarInts.write(seed, packet.readableBytes());
        return ByteBufUtil.getBytes(seed.writeBytes(packet));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void showsOrRefuses(byte[] input) {
        if (input.length < 2) {
            return;
        }
        byte[] answer = Arrays.copyOfRange(input, 1, input.length);
        Received received = received(answer, answer.length);
        assertThat(received(answer, 1 + (input[0] & 0xFF))).isEqualTo(received);
        if (received instanceof Received.Text(String json)) {
            check(json);
        }
        check(new String(answer, StandardCharsets.UTF_8));
    }

    private static Received received(byte[] answer, int pieceBytes) {
        StatusResponseDecoder decoder = new StatusResponseDecoder();
        EmbeddedChannel channel = new EmbeddedChannel(decoder);
        for (int start = 0; start < answer.length; start += pieceBytes) {
            int end = Math.min(answer.length, start + pieceBytes);
            channel.writeInbound(Unpooled.copiedBuffer(answer, start, end - start));
        }
        channel.finishAndReleaseAll();
        return decoder.received().join();
    }

    private static void check(String json) {
        if (StatusParser.parse(json) instanceof Relayed.Answer(StatusDocument document)) {
            StatusDocument changed = document.withFavicon(Optional.empty());
            assertThat(changed.toLegacy().online()).isEqualTo(document.online());
            assertThat(changed.versionName()).isEqualTo(document.versionName());
            assertThat(StatusParser.parse(document.toText())).isInstanceOf(Relayed.Answer.class);
        }
    }
}
