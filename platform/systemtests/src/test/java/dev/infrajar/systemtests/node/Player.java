// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.node;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** A player of a {@link NodeClient}. */
public final class Player {
    private final NodeClient client;
    private final String session;

    Player(NodeClient client, String session) {
        this.client = client;
        this.session = session;
    }

    /**
     * Waits until it is let in.
     *
     * @return from how many bytes on packets are compressed, negative when none is
     */
    public int awaitCompression() {
        return client.await("joined", "ended", session).get("compression").getAsInt();
    }

    /**
     * Waits until it is let in.
     *
     * @return the UUID that the server side calls it by
     */
    public UUID awaitUuid() {
        return UUID.fromString(
                client.await("joined", "ended", session).get("uuid").getAsString());
    }

    /**
     * Waits until it is let in.
     *
     * @return whether the connection was encrypted by then
     */
    public boolean isEncrypted() {
        return client.await("joined", "ended", session).get("encrypted").getAsBoolean();
    }

    /** Waits until the world is there. */
    public void awaitSpawned() {
        client.await("spawned", "ended", session);
    }

    /** Waits for a keep-alive, which the player answers by itself. */
    public void awaitKeepAlive() {
        client.await("keepAlive", "ended", session);
    }

    /**
     * Says something.
     *
     * @param text at most 256 characters
     */
    public void say(String text) {
        JsonObject command = command("say");
        command.addProperty("text", text);
        client.type(command);
    }

    /**
     * Waits for a text.
     *
     * @param text what it contains
     * @return the whole message in the form of the version
     */
    public String awaitChat(String text) {
        return client.await("chat", "ended", session, has("text", text))
                .get("text")
                .getAsString();
    }

    /**
     * The chat so far.
     *
     * @return the messages in the form of the version
     */
    public List<String> chat() {
        return texts(client.told("chat", session));
    }

    /**
     * Sends any packet.
     *
     * @param kind its name in minecraft-data
     * @param fields as minecraft-data calls them; a text that begins with {@code base64:} stands for bytes
     */
    public void write(String kind, JsonObject fields) {
        JsonObject command = command("write");
        command.addProperty("kind", kind);
        command.add("fields", fields);
        client.type(command);
    }

    /**
     * Waits for a packet of the kinds that client.js notices.
     *
     * @param kind its name in minecraft-data
     * @param part what its fields contain
     * @return all its fields
     */
    public String awaitPacket(String kind, String part) {
        return client.await("packet", "ended", session, has("kind", kind).and(has("text", part)))
                .get("text")
                .getAsString();
    }

    /**
     * Waits for a text in the chat or in any packet that client.js notices.
     *
     * @param part of the text
     * @return the whole message or packet
     */
    public String awaitShown(String part) {
        return client.awaitText(session, part).get("text").getAsString();
    }

    /**
     * The packets of a kind so far, of those that client.js notices.
     *
     * @param kind its name in minecraft-data
     * @return their fields
     */
    public List<String> packets(String kind) {
        return texts(client.told("packet", session).stream()
                .filter(told -> told.get("kind").getAsString().equals(kind))
                .toList());
    }

    /**
     * Waits for a refusal or a kick.
     *
     * @return its reason in the form of the version
     */
    public String awaitKicked() {
        return client.await("kicked", "", session).get("reason").getAsString();
    }

    /** Leaves, and waits until the connection has ended. */
    public void leave() {
        client.type(command("leave"));
        client.await("ended", "error", session);
    }

    private static Predicate<JsonObject> has(String field, String part) {
        return told -> told.get(field).getAsString().contains(part);
    }

    private static List<String> texts(List<JsonObject> told) {
        return told.stream().map(event -> event.get("text").getAsString()).toList();
    }

    private JsonObject command(String verb) {
        var command = new JsonObject();
        command.addProperty("do", verb);
        command.addProperty("session", session);
        return command;
    }
}
