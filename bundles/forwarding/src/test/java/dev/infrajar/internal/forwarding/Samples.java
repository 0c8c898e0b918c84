// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.Timeouts;
import dev.infrajar.net.identity.ForwardedPlayer;
import dev.infrajar.net.identity.GameProfile;
import dev.infrajar.net.packet.login.ChatKey;
import dev.infrajar.net.packet.login.ProfileProperty;
import dev.infrajar.net.wire.Bytes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Players and servers of tests. */
final class Samples {
    static final UUID UUID_OF_NOTCH = UUID.fromString("069a79f4-44e9-4726-a5be-fca90e38aaf5");

    static final GameProfile NOTCH = new GameProfile(
            UUID_OF_NOTCH,
            "Notch",
            List.of(
                    new ProfileProperty("textures", "e30=\"\\<>&", Optional.of("c2ln")),
                    new ProfileProperty("other", "", Optional.empty())));

    static final ChatKey KEY =
            new ChatKey(Instant.ofEpochMilli(1_700_000_000_123L), Bytes.of(bytes(294, 1)), Bytes.of(bytes(512, 2)));

    private Samples() {}

    static byte[] bytes(int length, int first) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return bytes;
    }

    static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    static ForwardedPlayer player(int protocol) {
        return new ForwardedPlayer(NOTCH, address("203.0.113.7"), protocol, Optional.empty());
    }

    static ForwardedPlayer playerWithKey(int protocol) {
        return new ForwardedPlayer(NOTCH, address("203.0.113.7"), protocol, Optional.of(KEY));
    }

    static ServerDefinition server(ProxyMode mode, Optional<ForwardingMode> own) {
        Map<Class<?>, Object> parts =
                own.isEmpty() ? Map.of() : Map.of(ServerForwardingConfig.class, new ServerForwardingConfig(own));
        return new ServerDefinition(
                "lobby",
                List.of("a.example"),
                List.of(BackendAddress.parse("127.0.0.1")),
                mode,
                false,
                new DomainRewrite.None(),
                new Timeouts(Optional.empty(), Duration.ofSeconds(30), Duration.ofSeconds(30)),
                0,
                "down",
                "servers/lobby.toml",
                parts);
    }
}
