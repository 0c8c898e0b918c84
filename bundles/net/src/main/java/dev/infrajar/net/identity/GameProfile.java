// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.identity;

import dev.infrajar.net.packet.login.ProfileProperty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A player's identity.
 *
 * @param uuid the player's
 * @param name 1..{@value #MAX_NAME_CHARS} characters
 * @param properties for example the skin, signed by the session server
 */
public record GameProfile(UUID uuid, String name, List<ProfileProperty> properties) {
    /** The most characters of a name: what the login packets hold. */
    public static final int MAX_NAME_CHARS = 16;

    private static final String OFFLINE = "OfflinePlayer:";

    /** Copies, and checks the name's length. */
    public GameProfile {
        properties = List.copyOf(properties);
        if (name.isEmpty() || name.length() > MAX_NAME_CHARS) {
            throw new IllegalArgumentException(
                    "a name of " + name.length() + " characters, must have 1 to " + MAX_NAME_CHARS);
        }
    }

    /**
     * The identity that a server in offline mode gives to a name.
     *
     * @param name 1..{@value #MAX_NAME_CHARS} characters; upper and lower case are different players
     * @return a profile without properties
     */
    public static GameProfile offline(String name) {
        return new GameProfile(offlineUuid(name), name, List.of());
    }

    /**
     * The UUID that a server in offline mode gives to a name: version 3 (RFC 9562, MD5) without a namespace, as vanilla
     * servers compute it. {@code Notch} is {@code b50ad385-829d-3141-a216-7e7d7539ba7f}.
     *
     * @param name any
     * @return the UUID
     */
    public static UUID offlineUuid(String name) {
        return UUID.nameUUIDFromBytes((OFFLINE + name).getBytes(StandardCharsets.UTF_8));
    }
}
