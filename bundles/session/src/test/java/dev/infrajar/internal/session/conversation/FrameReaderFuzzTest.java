// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;

/**
 * The first byte says how the rest arrives: at once, and in pieces of so many bytes. The second says behind which packets
 * encryption and compression begin, four bits each. Both ways give the same packets, the same end, and the same rest.
 */
class FrameReaderFuzzTest {
    @FuzzTest(maxDuration = "3s")
    void anySplitGivesTheSamePackets(byte[] input) {
        if (input.length < 2) {
            return;
        }
        int pieceBytes = 1 + (input[0] & 0xFF);
        assertThat(packets(input, pieceBytes)).isEqualTo(packets(input, input.length));
    }

    private static List<String> packets(byte[] input, int pieceBytes) {
        CountingCompression compression = new CountingCompression();
        FrameReader reader =
                new FrameReader(TestTerms.withClient(776, compression, rejection -> {}), Unpooled.EMPTY_BUFFER, 0);
        int encryptedFrom = input[1] & 0xF;
        int compressedFrom = input[1] >> 4 & 0xF;
        List<String> found = new ArrayList<>();
        int arrived = 2;
        boolean isBroken = false;
        while (arrived < input.length && !isBroken) {
            int length = Math.min(pieceBytes, input.length - arrived);
            reader.append(Unpooled.buffer().writeBytes(input, arrived, length));
            arrived += length;
            isBroken = cut(reader, found, encryptedFrom, compressedFrom);
        }
        if (!isBroken) {
            ByteBuf rest = reader.take();
            found.add("rest " + ByteBufUtil.hexDump(rest));
            rest.release();
        }
        reader.close();
        assertThat(compression.closed()).isEqualTo(compression.made());
        return found;
    }

    /** Whether nothing more can be understood. */
    private static boolean cut(FrameReader reader, List<String> found, int encryptedFrom, int compressedFrom) {
        while (true) {
            switch (reader.next(0)) {
                case Cut.Incomplete() -> {
                    return false;
                }
                case Cut.Broken(var rejection, String reason) -> {
                    found.add(rejection + " " + reason);
                    return true;
                }
                case Cut.Packet(ByteBuf packet) -> found.add(ByteBufUtil.hexDump(packet));
            }
            if (found.size() == encryptedFrom) {
                reader.decrypt(new FakeCipher());
            }
            if (found.size() == compressedFrom) {
                reader.inflate(true);
            }
        }
    }
}
