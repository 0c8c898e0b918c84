// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.node;

import com.google.gson.JsonObject;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Servers of several versions, npm {@code minecraft-protocol}: real logins, compression, chat. They are called by their
 * version, {@code 1.20.4} for example, and {@code 1.20.4@64} where compression does not begin at 256 bytes.
 */
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
     * @param versions what they are called
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
     * Waits for a chat message or a command.
     *
     * @param version the server
     * @param name the player
     * @param text the whole message
     */
    public void awaitChat(String version, String name, String text) {
        events.await("chat", told -> isOf(version, name, told) && text(told).equals(text));
    }

    /**
     * The chat messages and commands so far.
     *
     * @param version the server
     * @param name the player
     * @return their texts
     */
    public List<String> chat(String version, String name) {
        return told("chat", version, name);
    }

    /**
     * What a player has signed of a command.
     *
     * @param version the server
     * @param name the player
     * @param command the whole command
     * @return its signatures, as minecraft-data calls their fields
     */
    public String awaitSignatures(String version, String name, String command) {
        return events.await(
                        "chat", told -> isOf(version, name, told) && text(told).equals(command))
                .get("signatures")
                .getAsString();
    }

    /**
     * Waits until a player asks for completions.
     *
     * @param version the server
     * @param name the player
     * @param text what was typed
     */
    public void awaitCompletion(String version, String name, String text) {
        events.await(
                "completing", told -> isOf(version, name, told) && text(told).equals(text));
    }

    /**
     * What a player asked to be completed so far.
     *
     * @param version the server
     * @param name the player
     * @return what was typed
     */
    public List<String> completions(String version, String name) {
        return told("completing", version, name);
    }

    /**
     * The plugin messages so far.
     *
     * @param version the server
     * @param name the player
     * @return the fields of each
     */
    public List<String> payloads(String version, String name) {
        return told("payload", version, name);
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
        return events.await(event, told -> isOf(version, name, told));
    }

    private List<String> told(String event, String version, String name) {
        return events.told(event, told -> isOf(version, name, told)).stream()
                .map(NodeServers::text)
                .toList();
    }

    private static String text(JsonObject told) {
        return told.get("text").getAsString();
    }

    private static boolean isOf(String version, String name, JsonObject told) {
        return told.get("version").getAsString().equals(version)
                && (name.isEmpty()
                        || (told.has("name") && told.get("name").getAsString().equals(name)));
    }
}
