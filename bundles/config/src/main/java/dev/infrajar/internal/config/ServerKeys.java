// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.ServerDefinition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The core's own keys of a server file. */
@ConfigSection(id = ServerKeys.ID, file = ConfigSection.SERVER)
record ServerKeys(
        @Key(doc = "The server's id where `name` is missing. Without both it is the file's name without `.toml`.")
        Optional<String> id,

        @Key(doc = "The server's id: 1 to 64 of the characters `a-z`, `0-9`, `_` and `-`.")
        Optional<String> name,

        @Key(
                doc =
                        "The host names that lead to this server, at least one. `*` stands for any run of characters, dots"
                                + " included, `?` for one; upper and lower case are the same. An exact name wins over a"
                                + " pattern, then the pattern with the most literal characters, then the first file by name.")
        List<String> domains,

        @Key(
                doc =
                        "The addresses of the backend, at least one: `host`, `host:port`, `1.2.3.4:port`, `[::1]:port`, or"
                                + " `{ address = \"host\", weight = 2 }`. Without a port an SRV record says where, else it is 25565. The"
                                + " order is that in which they are tried, unless `balance` says otherwise.")
        List<BackendAddress> addresses,

        @Key(
                doc = "`passthrough` relays bytes untouched; `zero_copy` does so inside the kernel on Linux and like"
                        + " `passthrough` elsewhere; `server_only` is `passthrough` and says that the backend alone"
                        + " authenticates.",
                byDefault = "\"passthrough\"")
        ProxyMode proxyMode,

        @Key(
                doc = "Sends a PROXY protocol v2 header with the player's address before everything else.",
                byDefault = "false")
        boolean sendProxyProtocol,

        @Key(
                doc = "The host that the backend sees in the handshake: `\"none\"` what the client wrote,"
                        + " `\"from_backend\"` the host of the address that was dialled, `{ explicit = \"host\" }` that"
                        + " host. The port and what mod loaders append are kept.",
                byDefault = "\"none\"")
        DomainRewrite domainRewrite,

        @Key(doc = "The limits of waiting.", byDefault = "{}")
        TimeoutKeys timeouts,

        @Key(doc = "The most sessions at a time; 0: no limit.", byDefault = "0")
        int maxPlayers,

        @Key(
                doc = "What a player reads when no address can be reached. `§` codes are colours.",
                byDefault = "\"Server is currently unreachable. Please try again later.\"")
        String disconnectMessage) {
    static final String ID = "server";

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,64}");

    ServerKeys {
        domains = List.copyOf(domains);
        addresses = List.copyOf(addresses);
        if (id.isPresent() && id.get().isBlank()) {
            throw new IllegalArgumentException("id is blank, must have a character");
        }
        if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
            throw new IllegalArgumentException(
                    "name = \"" + name.get() + "\", must be 1 to 64 of the characters a-z, 0-9, _ and -");
        }
        if (domains.isEmpty()) {
            throw new IllegalArgumentException(
                    "domains is empty, must have a host name: no player could reach the server");
        }
        domains.forEach(ServerKeys::checkDomain);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("addresses is empty, must have the address of a backend");
        }
        if (maxPlayers < 0) {
            throw new IllegalArgumentException("max_players = " + maxPlayers + ", must be at least 0");
        }
    }

    /** The keys that give a definition; its id may have come from the file's name. */
    static ServerKeys of(ServerDefinition server) {
        return new ServerKeys(
                Optional.of(server.id()),
                Optional.empty(),
                server.domains(),
                server.addresses(),
                server.proxyMode(),
                server.sendProxyProtocol(),
                server.domainRewrite(),
                TimeoutKeys.of(server.timeouts()),
                server.maxPlayers(),
                server.disconnectMessage());
    }

    private static void checkDomain(String domain) {
        if (domain.isEmpty() || domain.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "domains has \"" + domain + "\", each must be a host name without spaces");
        }
    }
}
