// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.handshake;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import java.util.Optional;
import java.util.UUID;

/**
 * The first packet of the login phase, as far as the proxy looks at it. It is relayed as it came.
 *
 * @param name the player's name
 * @param claimedUuid the UUID the client says it has; empty before 1.19.1, or when the rest of the packet is not as its
 *     protocol number promises: the backend judges that
 */
public record LoginStart(String name, Optional<UUID> claimedUuid) {
    /** The most characters of a name. */
    static final int MAX_NAME_CHARS = 16;

    private static final int PACKET_ID = 0;

    // The protocol numbers at which what matters here changed: 1.19.1, 1.19.3, 1.20.2.
    private static final int WITH_OPTIONAL_UUID = 760;
    private static final int WITHOUT_KEY = 761;
    private static final int WITH_UUID = 764;

    private static final int MAX_KEY_BYTES = 512;
    private static final int MAX_SIGNATURE_BYTES = 4096;

    /**
     * Reads the body of a login start frame.
     *
     * @param frame exactly one frame, without its length
     * @param protocol the number in the handshake
     * @throws WireException if the name does not end within the frame
     * @throws IllegalArgumentException if it is another packet, or the name is empty
     */
    static LoginStart read(ByteBuf frame, int protocol) {
        int id = VarInts.read(frame);
        if (id != PACKET_ID) {
            throw new IllegalArgumentException("packet id " + id + " instead of a login start");
        }
        String name = WireStrings.read(frame, MAX_NAME_CHARS);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("login start without a name");
        }
        return new LoginStart(name, uuid(frame, protocol));
    }

    private static Optional<UUID> uuid(ByteBuf rest, int protocol) {
        try {
            if (protocol < WITH_OPTIONAL_UUID) {
                return Optional.empty();
            }
            if (protocol < WITHOUT_KEY) {
                skipKey(rest);
            }
            if (protocol < WITH_UUID && !rest.readBoolean()) {
                return Optional.empty();
            }
            return Optional.of(new UUID(rest.readLong(), rest.readLong()));
        } catch (WireException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static void skipKey(ByteBuf rest) {
        if (rest.readBoolean()) {
            rest.skipBytes(Long.BYTES);
            skipBytes(rest, MAX_KEY_BYTES);
            skipBytes(rest, MAX_SIGNATURE_BYTES);
        }
    }

    private static void skipBytes(ByteBuf rest, int max) {
        int length = VarInts.read(rest);
        if (length < 0 || length > max) {
            throw WireException.STRING_TOO_LONG;
        }
        rest.skipBytes(length);
    }
}
