// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.node;

import com.google.gson.JsonObject;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Servers of several versions, npm {@code minecraft-protocol}: real logins, compression from 256 bytes, chat. */
public final class NodeServers {
    private final Events events;
    private final Map<String, Integer> ports;

    private NodeServers(Events events, Map<String, Integer> ports) {
        this.events = events;
        this.ports = ports;
    }

    /**
     * Starts a server for each version.
     *
     * @param children owns the process
     * @param versions game versions
     * @return listening
     */
    public static NodeServers start(Children children, List<String> versions) {
        Map<String, Integer> ports =
                versions.stream().collect(Collectors.toMap(Function.identity(), version -> Ports.free()));
        List<String> arguments = versions.stream()
                .map(version -> version + "=" + ports.get(version))
                .toList();
        var events = new Events(children.start("servers", NodeModules.command("server.js", arguments)));
        var servers = new NodeServers(events, Map.copyOf(ports));
        versions.forEach(version -> servers.awaitEvent("listening", version, ""));
        return servers;
    }

    /**
     * Where a server listens.
     *
     * @param version its version
     * @return the port on the loopback address
     */
    public int port(String version) {
        return ports.getOrDefault(version, 0);
    }

    /**
     * Waits until a player plays.
     *
     * @param version the server
     * @param name the player
     * @return the host of the handshake
     */
    public String awaitJoined(String version, String name) {
        return awaitEvent("joined", version, name).get("host").getAsString();
    }

    /**
     * Waits for a chat message.
     *
     * @param version the server
     * @param name the player
     * @return the first text of that player
     */
    public String awaitChat(String version, String name) {
        return awaitEvent("chat", version, name).get("text").getAsString();
    }

    /**
     * Waits until a player has left.
     *
     * @param version the server
     * @param name the player
     */
    public void awaitLeft(String version, String name) {
        awaitEvent("left", version, name);
    }

    private JsonObject awaitEvent(String event, String version, String name) {
        return events.await(
                event,
                told -> told.get("version").getAsString().equals(version)
                        && (name.isEmpty()
                                || (told.has("name")
                                        && told.get("name").getAsString().equals(name))));
    }
}
