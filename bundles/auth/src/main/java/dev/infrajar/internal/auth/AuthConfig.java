// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Durations;
import dev.infrajar.net.config.Key;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * The {@code [auth]} table: how players of {@code client_only} servers prove who they are. All of it changes live.
 *
 * @param sessionUrl what is asked whether a player has joined
 * @param deadline of a question, the wait for a place included
 * @param maxConcurrent the most questions at once
 * @param clientDeadline of the client's answer
 * @param preventProxyConnections whether the session server is told the player's address
 */
@ConfigSection(id = AuthConfig.ID, table = "auth")
record AuthConfig(
        @Key(
                doc =
                        "The address that is asked whether a player has joined: Mojang's, or that of any service with the same"
                                + " protocol (Yggdrasil). `username` and `serverId` are appended. Redirections are not followed.",
                byDefault = "\"https://sessionserver.mojang.com/session/minecraft/hasJoined\"")
        String sessionUrl,

        @Key(
                doc = "How long a login waits for the session server's answer, its wait for a place included.",
                byDefault = "\"10s\"")
        Duration deadline,

        @Key(
                doc = "The most logins that ask the session server at once; further ones wait for a place.",
                byDefault = "64")
        int maxConcurrent,

        @Key(
                doc =
                        "How long a client may take to answer the encryption request; it talks to the session server itself"
                                + " meanwhile.",
                byDefault = "\"30s\"")
        Duration clientDeadline,

        @Key(
                doc =
                        "Tells the session server the player's address, so that it refuses players who have logged in from"
                                + " another one (a VPN, mostly). As the key of that name in `server.properties`. Private and"
                                + " loopback addresses are not told.",
                byDefault = "false")
        boolean preventProxyConnections) {
    static final String ID = "auth";

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST = 10_000;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    AuthConfig {
        checkUrl(sessionUrl);
        check("deadline", deadline);
        check("client_deadline", clientDeadline);
        if (maxConcurrent < 1 || maxConcurrent > MOST) {
            throw new IllegalArgumentException("max_concurrent = " + maxConcurrent + ", must be 1 to " + MOST);
        }
    }

    private static void check(String key, Duration value) {
        if (!value.isPositive() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    key + " = " + Durations.text(value) + ", must be more than 0 and at most 5m");
        }
    }

    private static void checkUrl(String text) {
        if (!isUsable(text)) {
            throw new IllegalArgumentException("session_url = \"" + text
                    + "\", must be an address such as \"https://host/session/minecraft/hasJoined\"");
        }
    }

    private static boolean isUsable(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
