// SPDX-License-Identifier: Apache-2.0
package com.example.connectionlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.filter.AcceptVerdict;
import dev.infrajar.net.filter.BytesVerdict;
import dev.infrajar.net.filter.FilterEnd;
import dev.infrajar.net.filter.FilteredConnection;
import dev.infrajar.net.filter.TransportFilter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionLogTest {
    private static final FilteredConnection CONNECTION = new FilteredConnection(
            "0a1b2c3d",
            new InetSocketAddress("203.0.113.7", 50_000),
            new InetSocketAddress("198.51.100.1", 25_565),
            false);

    private final List<String> lines = new ArrayList<>();
    private final TransportFilter filter = filter();

    private TransportFilter filter() {
        AcceptVerdict verdict = new ConnectionLog(lines::add).accept(CONNECTION);
        return ((AcceptVerdict.Watch) verdict).filter();
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }

    @Test
    void logsWhatAConnectionHasMoved() {
        assertThat(filter.clientBytes(bytes("hello"))).isEqualTo(BytesVerdict.PASS);
        assertThat(filter.serverBytes(bytes("bye"))).isEqualTo(BytesVerdict.PASS);

        filter.closed(new FilterEnd(FilterEnd.Cause.CLOSED, 5, 3));

        assertThat(lines)
                .containsExactly(
                        "0a1b2c3d from 203.0.113.7, no session: CLOSED, saw 5 of 5 bytes it sent and 3 of 3 it got");
    }

    @Test
    void closesAConnectionThatSpeaksHttp() {
        assertThat(filter.clientBytes(bytes("GET / HTTP/1.1"))).isEqualTo(new BytesVerdict.Close("speaks HTTP"));
    }

    @Test
    void letsTheSameBytesPassLaterOn() {
        filter.clientBytes(bytes("hello"));

        assertThat(filter.clientBytes(bytes("GET / HTTP/1.1"))).isEqualTo(BytesVerdict.PASS);
    }
}
