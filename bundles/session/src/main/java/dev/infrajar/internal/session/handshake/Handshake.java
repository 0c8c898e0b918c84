// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.handshake;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import java.util.Locale;

/**
 * The first packet of every client since 1.7.2.
 *
 * @param protocol the client's protocol number
 * @param host the host as the client wrote it, with whatever mods and proxies put behind it
 * @param port the port the client wrote, 0..65535
 * @param nextState what the client wants
 */
public record Handshake(int protocol, String host, int port, NextState nextState) {
    /** The packet id in the handshake phase. */
    static final int PACKET_ID = 0;

    /** The most characters of the host itself, before the first NUL: the limit of the field in vanilla clients. */
    static final int MAX_HOST_CHARS = 255;

    /** What a client wants after the handshake. */
    public enum NextState {
        /** A server list ping. */
        STATUS(1),
        /** To play. */
        LOGIN(2),
        /** To play, sent here by another server (1.20.5 and newer). */
        TRANSFER(3);

        private final int id;

        NextState(int id) {
            this.id = id;
        }

        private static NextState of(int id) {
            for (NextState state : values()) {
                if (state.id == id) {
                    return state;
                }
            }
            throw new IllegalArgumentException("next state " + id);
        }
    }

    /**
     * Reads the body of a handshake frame.
     *
     * @param frame exactly one frame, without its length
     * @throws WireException if a field does not end within the frame
     * @throws IllegalArgumentException if a field has a value that no client sends
     */
    static Handshake read(ByteBuf frame) {
        int id = VarInts.read(frame);
        if (id != PACKET_ID) {
            throw new IllegalArgumentException("packet id " + id + " before the handshake");
        }
        int protocol = VarInts.read(frame);
        String host = WireStrings.read(frame, frame.readableBytes());
        if (hostLength(host) > MAX_HOST_CHARS) {
            throw new IllegalArgumentException("host of " + hostLength(host) + " characters");
        }
        if (frame.readableBytes() < Short.BYTES) {
            throw WireException.TRUNCATED;
        }
        int port = frame.readUnsignedShort();
        return new Handshake(protocol, host, port, NextState.of(VarInts.read(frame)));
    }

    /**
     * Writes the whole frame, its length included.
     *
     * @param out grows by the frame
     */
    public void write(ByteBuf out) {
        ByteBuf body = out.alloc().buffer();
        try {
            VarInts.write(body, PACKET_ID);
            VarInts.write(body, protocol);
            WireStrings.write(body, host);
            body.writeShort(port);
            VarInts.write(body, nextState.id);
            VarInts.write(out, body.readableBytes());
            out.writeBytes(body);
        } finally {
            body.release();
        }
    }

    /** The same handshake with another host field. */
    public Handshake withHost(String changed) {
        return new Handshake(protocol, changed, port, nextState);
    }

    /** The same handshake with another intention. */
    public Handshake withNextState(NextState changed) {
        return new Handshake(protocol, host, port, changed);
    }

    /** The host as it is used for routing: cut at the first NUL, without trailing dots (SRV targets), lower case. */
    public String virtualHost() {
        return virtualHost(host);
    }

    /** The host of a legacy client, treated alike. */
    public static String virtualHost(String host) {
        int end = hostLength(host);
        while (end > 0 && host.charAt(end - 1) == '.') {
            end--;
        }
        return host.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** The host without what follows the first NUL. */
    public String bareHost() {
        return host.substring(0, hostLength(host));
    }

    /** What follows the host, its first NUL included; empty in vanilla clients. */
    public String suffix() {
        return host.substring(hostLength(host));
    }

    private static int hostLength(String host) {
        int nul = host.indexOf('\0');
        return nul < 0 ? host.length() : nul;
    }
}
