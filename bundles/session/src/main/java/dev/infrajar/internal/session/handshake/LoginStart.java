// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.handshake;

import dev.infrajar.net.packet.login.ChatKey;
import dev.infrajar.net.wire.Bytes;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The first packet of the login phase, as far as the proxy looks at it. It is relayed as it came.
 *
 * @param name the player's name
 * @param claimedUuid the UUID the client says it has; empty before 1.19.1, or when the rest of the packet is not as its
 *     protocol number promises: the backend judges that
 * @param key what a client of 1.19 to 1.19.2 says its key for chat is; empty in other versions, and as above
 */
public record LoginStart(String name, Optional<UUID> claimedUuid, Optional<ChatKey> key) {
    /** The most characters of a name. */
    static final int MAX_NAME_CHARS = 16;

    private static final int PACKET_ID = 0;

    // The protocol numbers at which what matters here changed: 1.19, 1.19.1, 1.19.3, 1.20.2.
    private static final int WITH_KEY = 759;
    private static final int WITH_OPTIONAL_UUID = 760;
    private static final int WITHOUT_KEY = 761;
    private static final int WITH_UUID = 764;

    /**
     * A login start without a key.
     *
     * @param name the player's name
     * @param claimedUuid the UUID the client says it has
     */
    public LoginStart(String name, Optional<UUID> claimedUuid) {
        this(name, claimedUuid, Optional.empty());
    }

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
        try {
            Optional<ChatKey> key = key(frame, protocol);
            return new LoginStart(name, uuid(frame, protocol), key);
        } catch (WireException | IndexOutOfBoundsException e) {
            return new LoginStart(name, Optional.empty());
        }
    }

    private static Optional<ChatKey> key(ByteBuf rest, int protocol) {
        if (protocol < WITH_KEY || protocol >= WITHOUT_KEY || !rest.readBoolean()) {
            return Optional.empty();
        }
        return Optional.of(new ChatKey(
                Instant.ofEpochMilli(rest.readLong()),
                Bytes.read(rest, ChatKey.MAX_KEY_BYTES),
                Bytes.read(rest, ChatKey.MAX_SIGNATURE_BYTES)));
    }

    private static Optional<UUID> uuid(ByteBuf rest, int protocol) {
        if (protocol < WITH_OPTIONAL_UUID || (protocol < WITH_UUID && !rest.readBoolean())) {
            return Optional.empty();
        }
        return Optional.of(new UUID(rest.readLong(), rest.readLong()));
    }
}
