// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.haproxy.HAProxyMessageEncoder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layouts are those of the PROXY protocol specification, section 2.2. */
final class ProxyHeaderTest {
    private static final String SIGNATURE_VERSION_AND_COMMAND = "0D0A0D0A000D0A515549540A 21";

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "C0000207, C6336409, 11 000C C0000207 C6336409",
        "20010DB8000000000000000000000001, 20010DB8000000000000000000000002,"
                + " 21 0024 20010DB8000000000000000000000001 20010DB8000000000000000000000002",
        "C0000207, 20010DB8000000000000000000000002,"
                + " 21 0024 00000000000000000000FFFFC0000207 20010DB8000000000000000000000002",
        "20010DB8000000000000000000000001, C6336409,"
                + " 21 0024 20010DB8000000000000000000000001 00000000000000000000FFFFC6336409"
    })
    void carriesBothAddressesInOneFamily(String source, String destination, String body) throws Exception {
        ProxyHeader header = new ProxyHeader(address(source, 51_234), address(destination, 25_565));

        assertThat(encoded(header)).isEqualTo(HexBytes.of(SIGNATURE_VERSION_AND_COMMAND + body + "C822 63DD"));
    }

    private static InetSocketAddress address(String hex, int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByAddress(HexFormat.of().parseHex(hex)), port);
    }

    private static byte[] encoded(ProxyHeader header) {
        EmbeddedChannel channel = new EmbeddedChannel(HAProxyMessageEncoder.INSTANCE);
        channel.writeOutbound(header.toMessage());
        ByteBuf bytes = channel.readOutbound();
        try {
            return ByteBufUtil.getBytes(bytes);
        } finally {
            bytes.release();
            channel.finishAndReleaseAll();
        }
    }
}
