// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** A session server to which every player has joined every server. */
public final class Accounts implements Closeable {
    private static final String PATH = "/session/minecraft/hasJoined";
    private static final String NAME = "username=";
    private static final int OK = 200;

    private final HttpServer http;

    private Accounts(HttpServer http) {
        this.http = http;
    }

    /**
     * Binds and answers from now on.
     *
     * @param address on loopback
     */
    public static Accounts start(InetSocketAddress address) throws IOException {
        HttpServer http = HttpServer.create(address, 0);
        http.createContext(PATH, Accounts::answer);
        http.start();
        return new Accounts(http);
    }

    /** What a proxy is to ask. */
    public URI address() {
        return address(http.getAddress());
    }

    /** What a proxy is to ask, where such a server listens. */
    public static URI address(InetSocketAddress at) {
        return URI.create("http://" + at.getHostString() + ":" + at.getPort() + PATH);
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String name = Arrays.stream(exchange.getRequestURI().getQuery().split("&", -1))
                .filter(part -> part.startsWith(NAME))
                .map(part -> part.substring(NAME.length()))
                .findFirst()
                .orElse("");
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        byte[] body = "{\"id\":\"%s\",\"name\":\"%s\",\"properties\":[]}"
                .formatted(id.toString().replace("-", ""), name)
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(OK, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
