// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.login;

import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.shared.CookieRequest;
import dev.infrajar.net.packet.shared.CookieResponse;
import dev.infrajar.net.packet.shared.Disconnect;

/** The typed packets of the login phase. */
public final class LoginPackets {
    /** Begins the login. */
    public static final PacketType<LoginStart> START = serverbound(LoginStart.class);

    /** Asks for encryption. */
    public static final PacketType<EncryptionRequest> ENCRYPTION_REQUEST = clientbound(EncryptionRequest.class);

    /** Answers {@link #ENCRYPTION_REQUEST}. */
    public static final PacketType<EncryptionResponse> ENCRYPTION_RESPONSE = serverbound(EncryptionResponse.class);

    /** Begins compression. */
    public static final PacketType<SetCompression> SET_COMPRESSION = clientbound(SetCompression.class);

    /** A question for mods and proxies. */
    public static final PacketType<LoginPluginRequest> PLUGIN_REQUEST = clientbound(LoginPluginRequest.class);

    /** Answers {@link #PLUGIN_REQUEST}. */
    public static final PacketType<LoginPluginResponse> PLUGIN_RESPONSE = serverbound(LoginPluginResponse.class);

    /** Asks for a cookie. */
    public static final PacketType<CookieRequest> COOKIE_REQUEST = clientbound(CookieRequest.class);

    /** Answers {@link #COOKIE_REQUEST}. */
    public static final PacketType<CookieResponse> COOKIE_RESPONSE = serverbound(CookieResponse.class);

    /** The player is in. */
    public static final PacketType<LoginSuccess> SUCCESS = clientbound(LoginSuccess.class);

    /** Answers {@link #SUCCESS}. */
    public static final PacketType<LoginAcknowledged> ACKNOWLEDGED = serverbound(LoginAcknowledged.class);

    /** The player is refused. */
    public static final PacketType<Disconnect> DISCONNECT = clientbound(Disconnect.class);

    private LoginPackets() {}

    private static <P> PacketType<P> clientbound(Class<P> record) {
        return new PacketType<>(Phase.LOGIN, Direction.CLIENTBOUND, record);
    }

    private static <P> PacketType<P> serverbound(Class<P> record) {
        return new PacketType<>(Phase.LOGIN, Direction.SERVERBOUND, record);
    }
}
