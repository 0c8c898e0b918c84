// SPDX-License-Identifier: Apache-2.0
package com.example.connectionlog;

import dev.infrajar.net.filter.BytesVerdict;
import dev.infrajar.net.filter.FilterEnd;
import dev.infrajar.net.filter.FilteredConnection;
import dev.infrajar.net.filter.FilteredRoute;
import dev.infrajar.net.filter.TransportFilter;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Measures one connection. On its event loop alone, so plain numbers do. */
final class ByteMeter implements TransportFilter {
    private static final String HTTP = "GET ";

    private final FilteredConnection connection;
    private final Consumer<String> report;
    private String target = "no session";
    private long sent;
    private long received;

    ByteMeter(FilteredConnection connection, Consumer<String> report) {
        this.connection = connection;
        this.report = report;
    }

    @Override
    public BytesVerdict clientBytes(ByteBuf bytes) {
        boolean isHttp = sent == 0
                && bytes.readableBytes() >= HTTP.length()
                && bytes.toString(bytes.readerIndex(), HTTP.length(), StandardCharsets.US_ASCII)
                        .equals(HTTP);
        sent += bytes.readableBytes();
        return isHttp ? new BytesVerdict.Close("speaks HTTP") : BytesVerdict.PASS;
    }

    @Override
    public BytesVerdict serverBytes(ByteBuf bytes) {
        received += bytes.readableBytes();
        return BytesVerdict.PASS;
    }

    @Override
    public boolean wantsBytes(FilteredRoute route) {
        target = "session " + route.sessionId() + " on " + route.server().id();
        return true;
    }

    @Override
    public void closed(FilterEnd end) {
        report.accept("%s from %s, %s: %s, saw %d of %d bytes it sent and %d of %d it got"
                .formatted(
                        connection.id(),
                        connection.client().getAddress().getHostAddress(),
                        target,
                        end.cause(),
                        sent,
                        end.clientBytes(),
                        received,
                        end.serverBytes()));
    }
}
