// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import dev.infrajar.net.filter.AcceptVerdict;
import dev.infrajar.net.filter.BytesVerdict;
import dev.infrajar.net.filter.FilteredConnection;
import dev.infrajar.net.filter.TransportFilter;
import dev.infrajar.net.filter.TransportFilterFactory;
import dev.infrajar.net.packet.Direction;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Puts others in the place of some words that clients send, and closes a connection for another. */
public final class EditingFilter implements TransportFilterFactory, TransportFilter {
    static final String REPLACED = "replace me";
    static final String REPLACEMENT = "by something longer";
    static final String CLOSING = "close me";

    @Override
    public AcceptVerdict accept(FilteredConnection connection) {
        return new AcceptVerdict.Watch(this, Set.of(Direction.SERVERBOUND, Direction.CLIENTBOUND));
    }

    @Override
    public BytesVerdict clientBytes(ByteBuf bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8);
        if (text.equals(REPLACED)) {
            return new BytesVerdict.Replace(
                    bytes.alloc().buffer().writeBytes(REPLACEMENT.getBytes(StandardCharsets.UTF_8)));
        }
        return text.equals(CLOSING) ? new BytesVerdict.Close("it asked for it") : BytesVerdict.PASS;
    }
}
