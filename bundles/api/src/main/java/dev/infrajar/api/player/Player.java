// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.player;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A session of one player, from the accepted login start to the end of the connection.
 *
 * <p>All methods may be called from any thread, never block, and never fail.
 */
@ProviderType
public interface Player {
    /**
     * The session's own number. It is unique in the life of the process and never reused; two sessions of the same name
     * have different ids.
     *
     * @return a number, 1..{@link Long#MAX_VALUE}
     */
    long sessionId();

    /**
     * The name in the login start. In forwarding modes nobody at the proxy has verified it.
     *
     * @return 1..16 characters, as the client wrote them
     */
    String name();

    /**
     * The UUID that the client claims in its login start (Minecraft 1.19.1 and newer). It is not verified and must not
     * be used to identify anybody.
     *
     * @return the claimed UUID, empty where the protocol carries none
     */
    Optional<UUID> claimedUuid();

    /**
     * The UUID that the player has as far as the proxy is concerned: the account's in {@code client_only}, that of the name
     * in {@code offline}.
     *
     * @return empty in forwarding modes, where the backend alone knows, and before it is known
     */
    default Optional<UUID> uuid() {
        return Optional.empty();
    }

    /**
     * Whether the player has proved to the proxy who it is.
     *
     * @return {@code false} in forwarding modes: what the backend asks of the player is not seen
     */
    default boolean isAuthenticated() {
        return false;
    }

    /**
     * The address the session is accounted to: limits, logs and backends see the same one.
     *
     * @return the client's address and port
     */
    InetSocketAddress remoteAddress();

    /**
     * The protocol number of the handshake.
     *
     * @return for example 774 for Minecraft 1.21.11; not checked in forwarding modes
     */
    int protocol();

    /**
     * The host name the client asked for, as it is used for routing.
     *
     * @return lower case, without trailing dots and without what follows the first NUL
     */
    String virtualHost();

    /**
     * The id of the server that the session is at, or is being connected to.
     *
     * @return the server's id, empty before routing has chosen one
     */
    Optional<String> server();

    /**
     * The moment the login start was accepted.
     *
     * @return a point in time of the system clock
     */
    Instant connectedAt();

    /**
     * Whether the session still lives.
     *
     * @return {@code false} from the moment either side has ended it
     */
    boolean isConnected();

    /**
     * The player's game, to talk to it.
     *
     * @return the same object as long as the session is at one server; it answers {@link Delivery#NOT_ACTIVE} where the proxy does
     *     not see packets, and {@link Delivery#DISCONNECTED} after the end
     */
    default PlayerClient client() {
        return new InactiveClient(isConnected() ? Delivery.NOT_ACTIVE : Delivery.DISCONNECTED);
    }

    /**
     * Whether the proxy can talk to the player's game.
     *
     * @return {@link PlayerClient#isActive} of {@link #client}
     */
    default boolean isActive() {
        return client().isActive();
    }
}
