// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.filter;

import io.netty.buffer.ByteBuf;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Watches one connection. Called on its event loop: what takes longer than a microsecond holds up every connection of that loop, and
 * nothing here may block. What an exception does is declared, see {@link FilterDeclaration#failOpen()}.
 */
@ConsumerType
public interface TransportFilter {
    /**
     * Bytes of the client, as they came off its socket: they have no borders but those of the socket's reads. Called if
     * {@code SERVERBOUND} was asked for.
     *
     * @param bytes the readable ones, at least one; a read-only view, valid during the call only, whose indices may be moved. The
     *     proxy keeps it: it is not to be released
     * @return what becomes of them
     */
    default BytesVerdict clientBytes(ByteBuf bytes) {
        return BytesVerdict.PASS;
    }

    /**
     * Bytes on their way to the client's socket, whoever sends them: the backend, or the proxy with a status answer or a text. Called
     * if {@code CLIENTBOUND} was asked for.
     *
     * @param bytes as for {@link #clientBytes}
     * @return what becomes of them
     */
    default BytesVerdict serverBytes(ByteBuf bytes) {
        return BytesVerdict.PASS;
    }

    /**
     * Whether the filter wants to see bytes from now on. Asked once, when the backend of a login is there and before the client's
     * bytes go to it; not for a status ping. Asked only of a filter that was shown bytes so far; if none wants them any more, the
     * connection may be spliced.
     *
     * @param route where they will go
     * @return {@code false} for no more bytes; {@link #closed} follows all the same
     */
    default boolean wantsBytes(FilteredRoute route) {
        return true;
    }

    /**
     * Nothing follows: the last call, once for each filter, whatever has happened.
     *
     * @param end why, and how many bytes there were
     */
    default void closed(FilterEnd end) {}
}
