// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/**
 * Any bytes give what the JDK's {@link java.util.zip.Inflater} finds in them, byte for byte, and what it refuses is refused. Damage behind
 * the bytes that were asked for is not looked at, and what must become damage may be refused a little earlier than there.
 */
class StreamHeadFuzzTest {
    private final StreamHead head = new StreamHead();

    @FuzzTest(maxDuration = "3s")
    void givesWhatTheInflaterGives(byte[] stream) {
        DecodedHead decoded = DecodedHead.of(head, stream, stream.length);
        InflatedHead inflated = InflatedHead.of(Arrays.copyOf(stream, Math.min(stream.length, BitWindow.BYTES)));

        assertThat(decoded.bytes()).isEqualTo(inflated.bytes());
        if (inflated.isRefused() && inflated.bytes().size() < StreamHead.MAX_BYTES) {
            assertThat(decoded.end()).isEqualTo(StreamHead.DAMAGED);
        }
    }
}
