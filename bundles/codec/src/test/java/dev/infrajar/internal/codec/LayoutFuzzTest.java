// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.infrajar.net.packet.KnownProtocol;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first byte says which packet, the second which version, the rest are the fields. What is read can be written, and is
 * written the same once it has been.
 */
class LayoutFuzzTest {
    private static final List<KnownProtocol> PROTOCOLS = TestCodec.DIALECTS.protocols();

    /** The known bytes of all packets. */
    static Stream<byte[]> seeds() {
        return Stream.iterate(0, type -> type < LayoutSamples.ALL.size(), type -> type + 1)
                .flatMap(type -> GoldenBytes.of(LayoutSamples.ALL.get(type).name()).entrySet().stream()
                        .map(golden -> seed(type, golden.getKey(), golden.getValue())));
    }

    private static byte[] seed(int type, int protocol, String hex) {
        int version = PROTOCOLS.indexOf(TestCodec.dialect(protocol).protocol());
        ByteBuf packet = Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex));
        VarInts.read(packet);
        ByteBuf seed = Unpooled.buffer().writeByte(type).writeByte(version).writeBytes(packet);
        return ByteBufUtil.getBytes(seed);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void readsOrRefuses(byte[] input) {
        if (input.length < 2) {
            return;
        }
        PacketType<?> type = LayoutSamples.ALL
                .get((input[0] & 0xFF) % LayoutSamples.ALL.size())
                .type();
        KnownProtocol protocol = PROTOCOLS.get((input[1] & 0xFF) % PROTOCOLS.size());
        TestCodec.dialect(protocol.number())
                .format(type)
                .ifPresent(format -> check(format, Unpooled.wrappedBuffer(input, 2, input.length - 2)));
    }

    private static <P> void check(PacketFormat<P> format, ByteBuf in) {
        P packet;
        try {
            packet = format.readFields(in);
        } catch (WireException e) {
            return;
        }
        ByteBuf once = written(format, packet);
        ByteBuf twice = written(format, format.readFields(once.duplicate()));
        assertThat(ByteBufUtil.hexDump(twice)).isEqualTo(ByteBufUtil.hexDump(once));
    }

    private static <P> ByteBuf written(PacketFormat<P> format, P packet) {
        ByteBuf out = Unpooled.buffer();
        format.writeFields(out, packet);
        return out;
    }
}
