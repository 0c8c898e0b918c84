// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.login;

import java.util.List;
import java.util.UUID;

/**
 * The server has let the player in.
 *
 * @param uuid the player's
 * @param name 1..16 characters
 * @param properties of the profile; none before 1.19, which cannot say it
 * @param strictErrorHandling whether the client shall leave at a packet it cannot read; 1.20.5 to 1.21.1 only
 * @param sessionId the id of the session, since 26.2; {@link #NO_SESSION} before
 */
public record LoginSuccess(
        UUID uuid, String name, List<ProfileProperty> properties, boolean strictErrorHandling, UUID sessionId) {
    /** The nil UUID, where there is no session id. */
    public static final UUID NO_SESSION = new UUID(0, 0);

    /** Copies. */
    public LoginSuccess {
        properties = List.copyOf(properties);
    }
}
