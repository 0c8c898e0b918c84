// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.node;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A session server as clients and proxies use one: clients announce which server they join, the other side asks whether
 * they have. Everybody has an account.
 */
public final class SessionServer implements AutoCloseable {
    private static final String JOIN = "/session/minecraft/join";
    private static final String HAS_JOINED = "/session/minecraft/hasJoined";
    private static final int NO_CONTENT = 204;

    private final HttpServer http;

    /** Profile id by the hash of the server that was joined. */
    private final Map<String, String> joined = new ConcurrentHashMap<>();

    private final Map<String, String> names = new ConcurrentHashMap<>();

    /**
     * An account.
     *
     * @param url of its session server
     * @param uuid the player's
     */
    public record Account(String url, UUID uuid) {
        String undashedUuid() {
            return uuid.toString().replace("-", "");
        }
    }

    private SessionServer(HttpServer http) {
        this.http = http;
    }

    /**
     * Starts one.
     *
     * @param port a free port on the loopback address
     * @return listening
     * @throws IOException if the port cannot be bound
     */
    public static SessionServer start(int port) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        SessionServer server = new SessionServer(http);
        http.createContext(JOIN, server::join);
        http.createContext(HAS_JOINED, server::hasJoined);
        http.start();
        return server;
    }

    /**
     * The account of a player.
     *
     * @param name the player
     * @return always the same one
     */
    public Account account(String name) {
        UUID uuid = UUID.nameUUIDFromBytes(("account of " + name).getBytes(StandardCharsets.UTF_8));
        Account account = new Account("http://127.0.0.1:" + http.getAddress().getPort(), uuid);
        names.put(account.undashedUuid(), name);
        return account;
    }

    /**
     * What a proxy asks.
     *
     * @return an address
     */
    public String hasJoinedUrl() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + HAS_JOINED;
    }

    private void join(HttpExchange exchange) throws IOException {
        JsonObject body = JsonParser.parseString(
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .getAsJsonObject();
        joined.put(
                body.get("serverId").getAsString(), body.get("selectedProfile").getAsString());
        exchange.sendResponseHeaders(NO_CONTENT, -1);
        exchange.close();
    }

    private void hasJoined(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String id = joined.get(parameter(query, "serverId"));
        if (id == null || !parameter(query, "username").equals(names.get(id))) {
            exchange.sendResponseHeaders(NO_CONTENT, -1);
            exchange.close();
            return;
        }
        JsonObject profile = new JsonObject();
        profile.addProperty("id", id);
        profile.addProperty("name", names.get(id));
        byte[] body = profile.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String parameter(String query, String name) {
        for (String part : query.split("&", -1)) {
            if (part.startsWith(name + "=")) {
                return URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
