// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.infrajar.tck.HostileFrames;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames of any kind through all that looks at them: peek, bridge between thresholds, taps. */
class PacketDeskFuzzTest {
    private final HostileFrames frames = new HostileFrames(new FrameForwarderFactory(), TestDialects.of(775));

    /** A packet that is short and one that is long, for all pairs of thresholds and all that taps do. */
    static Stream<byte[]> seeds() {
        byte[] packet = new byte[300];
        packet[0] = 0x55;
        return IntStream.range(0, 64).boxed().flatMap(kind -> Stream.of(4, 300)
                .map(bytes -> HostileFrames.input(
                        kind & 3,
                        kind >> 2 & 3,
                        kind >> 4,
                        HostileFrames.frame(kind & 3, Arrays.copyOf(packet, bytes)))));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void anySplitGivesTheSameOutput(byte[] input) {
        frames.check(input);
    }
}
