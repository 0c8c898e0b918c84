// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions of clients of both kinds, and answers of old servers: the first byte says which of the three. They are read or refused. */
class CompletionFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of("00022f6701", "0100032f6720", "018080808008022f67", "02020161022f62", "0200")
                .map(ByteBufUtil::decodeHexDump);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void readsOrRefuses(byte[] input) {
        if (input.length == 0) {
            return;
        }
        ByteBuf fields = Unpooled.wrappedBuffer(input, 1, input.length - 1);
        try {
            switch (input[0] % 3) {
                case 0 -> checkQuestion(CompletionFormat.WORDS, fields);
                case 1 -> checkQuestion(CompletionFormat.RANGE, fields);
                default -> checkWords(fields);
            }
        } catch (WireException e) {
            assertThat(fields.refCnt()).isOne();
        }
    }

    private static void checkQuestion(CompletionFormat format, ByteBuf fields) {
        CompletionRequest request = format.read(fields);
        assertThat(request.text().length()).isLessThanOrEqualTo(2048);
        format.write(Unpooled.buffer(), request, List.of("a", "b"));
    }

    private static void checkWords(ByteBuf fields) {
        Optional<List<String>> words = CompletionFormat.readWords(fields);
        words.ifPresent(all -> {
            ByteBuf out = Unpooled.buffer();
            CompletionFormat.writeWords(out, all);
            assertThat(CompletionFormat.readWords(out)).isEqualTo(words);
        });
    }
}
