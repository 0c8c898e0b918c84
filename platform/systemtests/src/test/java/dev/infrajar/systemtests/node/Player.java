// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.node;

import com.google.gson.JsonObject;

/** A player of a {@link NodeClient}. */
public final class Player {
    private final NodeClient client;
    private final String session;

    Player(NodeClient client, String session) {
        this.client = client;
        this.session = session;
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
        return client.await("chat", "ended", session, text).get("text").getAsString();
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

    private JsonObject command(String verb) {
        var command = new JsonObject();
        command.addProperty("do", verb);
        command.addProperty("session", session);
        return command;
    }
}
