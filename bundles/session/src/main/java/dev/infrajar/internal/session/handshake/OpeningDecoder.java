// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.handshake;

import dev.infrajar.internal.session.handshake.Opening.Incomplete;
import dev.infrajar.internal.session.handshake.Opening.Malformed;
import dev.infrajar.internal.session.handshake.Opening.Modern;
import dev.infrajar.internal.session.handshake.Opening.PerhapsLegacy;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import java.time.Duration;

/**
 * Tells from the first bytes of a connection what it is. Looks at a growing buffer again and again; takes bytes from it
 * only together with a final answer, and allocates nothing but that answer.
 *
 * <pre>
 *   FE                      legacy ping, beta 1.8 to 1.3, if nothing follows
 *   FE 01                   legacy ping, 1.4 and 1.5, if nothing follows
 *   FE 01 FA ...            legacy ping, 1.6, with host and port
 *   FE 01 00                a modern frame of 254 bytes (FE 01 is that VarInt)
 *   FE xx                   a modern frame of another length
 *   02                      legacy login: no modern handshake is two bytes long
 *   otherwise               a modern frame
 * </pre>
 */
public final class OpeningDecoder {
    /** The most bytes of a handshake frame. Vanilla's is below 800; Forge markers are short. */
    public static final int MAX_FRAME_BYTES = 1024;

    /**
     * The most bytes where the peer is a proxy that the operator trusts: it may put a player's identity behind the host, with
     * a skin of about 2 KiB and whatever else the account has. Servers that take such handshakes read as many characters.
     */
    public static final int MAX_TRUSTED_FRAME_BYTES = 32 * 1024;

    /** How long to wait for the bytes that tell a legacy ping from a modern frame. */
    public static final Duration LEGACY_LOOK_AHEAD = Duration.ofMillis(100);

    private static final int LEGACY_PING = 0xFE;
    private static final int LEGACY_LOGIN = 0x02;
    private static final int LEGACY_PING_VERSION = 0x01;

    private OpeningDecoder() {}

    /**
     * The most bytes that a caller has to keep: a frame and its length.
     *
     * @param maxFrameBytes as for {@link #decode}
     * @return the sum
     */
    public static int openingBytes(int maxFrameBytes) {
        return maxFrameBytes + FrameLength.MAX_BYTES;
    }

    /**
     * Looks at what has arrived so far.
     *
     * @param in all bytes of the connection; its reader index moves only for a final answer
     * @param maxFrameBytes the most bytes of a handshake: {@link #MAX_FRAME_BYTES} or {@link #MAX_TRUSTED_FRAME_BYTES}
     * @return what it is, or that it cannot be told yet
     */
    public static Opening decode(ByteBuf in, int maxFrameBytes) {
        if (!in.isReadable()) {
            return new Incomplete();
        }
        return switch (in.getUnsignedByte(in.readerIndex())) {
            case LEGACY_PING -> legacyOrModern(in, maxFrameBytes);
            case LEGACY_LOGIN -> LegacyPackets.login(in);
            default -> modern(in, maxFrameBytes);
        };
    }

    private static Opening legacyOrModern(ByteBuf in, int maxFrameBytes) {
        int start = in.readerIndex();
        int available = in.readableBytes();
        if (available == 1) {
            return new PerhapsLegacy(new Opening.LegacyPing(LegacyForm.BETA, "", 0));
        }
        if (in.getByte(start + 1) != LEGACY_PING_VERSION) {
            return modern(in, maxFrameBytes);
        }
        if (available == 2) {
            return new PerhapsLegacy(new Opening.LegacyPing(LegacyForm.RELEASE, "", 0));
        }
        return in.getUnsignedByte(start + 2) == LegacyPackets.PLUGIN_MESSAGE
                ? LegacyPackets.ping(in)
                : modern(in, maxFrameBytes);
    }

    private static Opening modern(ByteBuf in, int maxFrameBytes) {
        int length = FrameLength.peek(in);
        if (length == FrameLength.INCOMPLETE) {
            return new Incomplete();
        }
        if (length <= 0 || length > maxFrameBytes) {
            return new Malformed("handshake frame of invalid length");
        }
        int header = FrameLength.sizeOf(in);
        if (in.readableBytes() < header + length) {
            return new Incomplete();
        }
        in.skipBytes(header);
        try {
            return new Modern(Handshake.read(in.readSlice(length)));
        } catch (WireException | IllegalArgumentException e) {
            return new Malformed(String.valueOf(e.getMessage()));
        }
    }
}
