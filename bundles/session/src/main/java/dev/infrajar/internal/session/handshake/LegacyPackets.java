// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.handshake;

import dev.infrajar.internal.session.handshake.Opening.Incomplete;
import dev.infrajar.internal.session.handshake.Opening.LegacyLogin;
import dev.infrajar.internal.session.handshake.Opening.LegacyPing;
import dev.infrajar.internal.session.handshake.Opening.Malformed;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The packets of clients before 1.7. Strings are a count of UTF-16 units, then UTF-16BE. */
final class LegacyPackets {
    static final int PLUGIN_MESSAGE = 0xFA;

    private static final String PING_CHANNEL = "MC|PingHost";
    private static final int MAX_STRING_CHARS = 255;

    private LegacyPackets() {}

    /** A 1.6 ping: FE 01 FA, channel, length of the rest, protocol byte, host, port as int. */
    static Opening ping(ByteBuf in) {
        ByteBuf view = in.duplicate();
        view.skipBytes(3);
        String channel = string(view);
        if (channel == null) {
            return incompleteUnlessTooLong(in);
        }
        if (!channel.equals(PING_CHANNEL)) {
            return new Malformed("legacy ping on channel of another name");
        }
        if (view.readableBytes() < Short.BYTES + 1) {
            return new Incomplete();
        }
        view.skipBytes(Short.BYTES + 1);
        String host = string(view);
        if (host == null || view.readableBytes() < Integer.BYTES) {
            return incompleteUnlessTooLong(in);
        }
        int port = view.readInt();
        in.readerIndex(view.readerIndex());
        return new LegacyPing(LegacyForm.RELEASE, host, port);
    }

    /** A login: 02, then either protocol byte, name, host, port (1.3 and newer) or one string {@code name;host:port}. */
    static Opening login(ByteBuf in) {
        ByteBuf view = in.duplicate();
        view.skipBytes(1);
        if (view.readableBytes() < 2) {
            return new Incomplete();
        }
        // A protocol byte is never 0, the high byte of a string's length always is.
        boolean single = view.getByte(view.readerIndex()) == 0;
        if (!single) {
            view.skipBytes(1);
        }
        String first = string(view);
        if (first == null) {
            return incompleteUnlessTooLong(in);
        }
        String host = single ? hostOf(first) : string(view);
        if (host == null) {
            return incompleteUnlessTooLong(in);
        }
        in.readerIndex(view.readerIndex());
        return new LegacyLogin(host);
    }

    private static String hostOf(String nameAndHost) {
        int semicolon = nameAndHost.indexOf(';');
        int colon = nameAndHost.lastIndexOf(':');
        return semicolon < 0
                ? ""
                : nameAndHost.substring(semicolon + 1, colon > semicolon ? colon : nameAndHost.length());
    }

    private static Opening incompleteUnlessTooLong(ByteBuf in) {
        return in.readableBytes() < OpeningDecoder.openingBytes(OpeningDecoder.MAX_FRAME_BYTES)
                ? new Incomplete()
                : new Malformed("legacy packet of invalid length");
    }

    /** The string at the reader index, or null when it is not complete or longer than any client's. */
    private static @Nullable String string(ByteBuf view) {
        if (view.readableBytes() < Short.BYTES) {
            return null;
        }
        int chars = view.readUnsignedShort();
        if (chars > MAX_STRING_CHARS || view.readableBytes() < chars * 2) {
            return null;
        }
        return view.readString(chars * 2, StandardCharsets.UTF_16BE);
    }
}
