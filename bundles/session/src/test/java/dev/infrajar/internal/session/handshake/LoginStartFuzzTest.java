// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.infrajar.internal.session.handshake.LoginStartDecoder.Result;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The first byte says which version, the others follow the handshake. Byte after byte they give the same answer as at once. */
class LoginStartFuzzTest {
    /** One for each way that the packet has been written. */
    private static final int[] PROTOCOLS = {47, 758, 759, 760, 761, 764, 777};

    static Stream<byte[]> seeds() {
        return IntStream.range(0, PROTOCOLS.length).boxed().flatMap(version -> Stream.of(
                        "03000161",
                        "130001" + "6100112233445566778899aabbccddeeff",
                        "140001" + "610100112233445566778899aabbccddeeff",
                        "210001" + "6101" + "0000018000000000" + "0201020203040100112233445566778899aabbccddeeff")
                .map(hex -> ByteBufUtil.decodeHexDump("0" + version + hex)));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void anyPrefixGivesTheSameAnswerOrNone(byte[] input) {
        if (input.length < 2) {
            return;
        }
        int protocol = PROTOCOLS[(input[0] & 0xFF) % PROTOCOLS.length];
        ByteBuf all = Unpooled.wrappedBuffer(input, 1, input.length - 1);
        Result whole = LoginStartDecoder.decode(all, protocol);
        assertThat(all.readerIndex()).as("bytes that are relayed").isZero();
        Result first = new Result.Incomplete();
        for (int length = 0; length <= all.writerIndex() && first instanceof Result.Incomplete; length++) {
            first = LoginStartDecoder.decode(all.slice(0, length), protocol);
        }
        assertThat(first).isEqualTo(whole);
        if (whole instanceof Result.Complete(LoginStart login, int bytes)) {
            assertThat(login.name().length()).isBetween(1, LoginStart.MAX_NAME_CHARS);
            assertThat(bytes).isLessThanOrEqualTo(all.writerIndex());
        }
    }
}
