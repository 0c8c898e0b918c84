// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.node;

import com.google.gson.JsonObject;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Players of any version, npm {@code minecraft-protocol}, and server list pings, also by {@code minecraft-server-util}. */
public final class NodeClient {
    private final ChildProcess process;
    private final Events events;
    private final AtomicInteger sessions = new AtomicInteger();

    private NodeClient(ChildProcess process) {
        this.process = process;
        this.events = new Events(process);
    }

    /**
     * Starts the process in which all players live.
     *
     * @param children owns the process
     * @return ready
     */
    public static NodeClient start(Children children) {
        return new NodeClient(children.start("client", NodeModules.command("client.js", List.of())));
    }

    /**
     * Lets a player ask to join.
     *
     * @param name the player
     * @param version the game version
     * @param host the host of the handshake
     * @param port the port on the loopback address
     * @return on the way
     */
    public Player join(String name, String version, String host, int port) {
        var session = session();
        JsonObject command = command("join", session, version, host, port);
        command.addProperty("name", name);
        type(command);
        return new Player(this, session);
    }

    /**
     * Lets a player with an account ask to join.
     *
     * @param name the player
     * @param account where and as whom it has logged in
     * @param version the game version
     * @param host the host of the handshake
     * @param port the port on the loopback address
     * @return on the way
     */
    public Player join(String name, SessionServer.Account account, String version, String host, int port) {
        var session = session();
        type(join(session, name, account, version, host, port));
        return new Player(this, session);
    }

    /**
     * Lets a player with an account ask to join whose client gets the verify token wrong.
     *
     * @param name the player
     * @param account where and as whom it has logged in
     * @param version the game version
     * @param host the host of the handshake
     * @param port the port on the loopback address
     * @return on the way
     */
    public Player joinWithWrongToken(
            String name, SessionServer.Account account, String version, String host, int port) {
        var session = session();
        JsonObject command = join(session, name, account, version, host, port);
        command.addProperty("wrongToken", true);
        type(command);
        return new Player(this, session);
    }

    /**
     * Asks for a server list entry.
     *
     * @param version the game version
     * @param host the host of the handshake
     * @param port the port on the loopback address
     * @return the answer
     */
    public JsonObject ping(String version, String host, int port) {
        var session = session();
        type(command("ping", session, version, host, port));
        return awaitAnswer(session);
    }

    /**
     * Asks for a server list entry with {@code minecraft-server-util}. The host is always {@code 127.0.0.1}.
     *
     * @param form {@code status}, {@code statusLegacy} or {@code statusFE}
     * @param port the port on the loopback address
     * @return the answer in that library's form
     */
    public JsonObject utilPing(String form, int port) {
        var session = session();
        JsonObject command = command("utilPing", session, "", "", port);
        command.addProperty("form", form);
        type(command);
        return awaitAnswer(session);
    }

    void type(JsonObject command) {
        process.type(command.toString());
    }

    JsonObject await(String event, String failure, String session) {
        return await(event, failure, session, told -> true);
    }

    /** The first event that a test accepts, unless a failure comes before. */
    JsonObject await(String event, String failure, String session, Predicate<JsonObject> isIt) {
        return events.await(
                event, failure, told -> isOf(session, told) && (Events.is(told, failure) || isIt.test(told)));
    }

    /** The first event of any kind that contains a text. */
    JsonObject awaitText(String session, String part) {
        return events.awaitAny(
                part,
                told -> isOf(session, told)
                        && told.has("text")
                        && told.get("text").getAsString().contains(part));
    }

    /** What was told so far. */
    List<JsonObject> told(String event, String session) {
        return events.told(event, told -> isOf(session, told));
    }

    private static boolean isOf(String session, JsonObject told) {
        return told.has("session") && told.get("session").getAsString().equals(session);
    }

    private static JsonObject join(
            String session, String name, SessionServer.Account account, String version, String host, int port) {
        JsonObject command = command("join", session, version, host, port);
        command.addProperty("name", name);
        command.addProperty("uuid", account.undashedUuid());
        command.addProperty("sessionServer", account.url());
        return command;
    }

    private JsonObject awaitAnswer(String session) {
        return await("pinged", "failed", session).getAsJsonObject("answer");
    }

    private String session() {
        return "session-" + sessions.incrementAndGet();
    }

    private static JsonObject command(String verb, String session, String version, String host, int port) {
        var command = new JsonObject();
        command.addProperty("do", verb);
        command.addProperty("session", session);
        command.addProperty("version", version);
        command.addProperty("host", host);
        command.addProperty("port", port);
        return command;
    }
}
