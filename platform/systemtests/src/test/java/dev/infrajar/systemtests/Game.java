// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import dev.infrajar.systemtests.node.NodeClient;
import dev.infrajar.systemtests.node.NodeServers;
import dev.infrajar.systemtests.node.Player;
import dev.infrajar.systemtests.node.SessionServer;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Real clients and real servers with a proxy between them, which has each server once in each mode.
 *
 * @param client the players' process
 * @param servers the servers
 * @param accounts the session server that the proxy asks
 */
record Game(NodeClient client, NodeServers servers, SessionServer accounts) implements AutoCloseable {
    static final String OFFLINE = "offline";
    static final String CLIENT_ONLY = "client_only";
    static final String PASSTHROUGH = "passthrough";
    static final List<String> INTERCEPTED = List.of(OFFLINE, CLIENT_ONLY);

    private static final List<String> MODES = List.of(OFFLINE, CLIENT_ONLY, PASSTHROUGH);

    /**
     * Starts all but the proxy.
     *
     * @param versions what {@link NodeServers} calls the servers
     */
    static Game start(Children children, List<String> versions) {
        try {
            return new Game(
                    NodeClient.start(children),
                    NodeServers.start(children, versions),
                    SessionServer.start(Ports.free()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * A working directory of a proxy for these servers.
     *
     * @param settings tables of {@code infrarust.toml}, but for {@code [auth]}
     */
    Workspace workspace(Path directory, List<String> versions, String settings) {
        var workspace =
                Workspace.in(directory, "[auth]\nsession_url = \"" + accounts.hasJoinedUrl() + "\"\n" + settings);
        for (String mode : MODES) {
            versions.forEach(version -> workspace.server(
                    id(version, mode), """
                    domains = ["%s"]
                    addresses = ["127.0.0.1:%d"]
                    proxy_mode = "%s"
                    """.formatted(host(version, mode), servers.port(version), mode)));
        }
        return workspace;
    }

    /** Lets a player ask to join; in {@code client_only} it has an account. */
    Player join(Proxy proxy, String name, String version, String mode) {
        String plain = version.split("@", 2)[0];
        return mode.equals(CLIENT_ONLY)
                ? client.join(name, accounts.account(name), plain, host(version, mode), proxy.port())
                : client.join(name, plain, host(version, mode), proxy.port());
    }

    /** The id of a server at the proxy. */
    static String id(String version, String mode) {
        return version.replace('@', 't') + "-" + mode;
    }

    /** The host that leads to a server. */
    static String host(String version, String mode) {
        return "v" + version.replace('@', 't') + "." + mode + ".test";
    }

    @Override
    public void close() {
        accounts.close();
    }
}
