// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.jdk;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.infrajar.tck.HostileStreams;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What a peer says is compressed, and how long it says that it is. */
class ZlibDecompressorFuzzTest {
    private static final HostileStreams STREAMS = new HostileStreams(new JdkCompressionFactory(() -> 6));

    static Stream<byte[]> seeds() {
        return Stream.of(
                HostileStreams.sound(new byte[0]),
                HostileStreams.sound(new byte[200]),
                HostileStreams.sound("some text, and some text".getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void decompressesOrRefuses(byte[] input) {
        STREAMS.check(input);
    }
}
