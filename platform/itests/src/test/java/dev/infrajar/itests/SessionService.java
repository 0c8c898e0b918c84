// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A session server that believes everybody. */
final class SessionService implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[?&]username=(\\w+)");

    private final ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());

    private final Consumer<Throwable> failed;

    SessionService(Consumer<Throwable> failed) throws IOException {
        this.failed = failed;
        Thread.ofVirtual().start(this::answerAll);
    }

    /** For {@code [auth] session_url}. */
    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/hasJoined";
    }

    private void answerAll() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                answer(client);
            } catch (IOException e) {
                failed.accept(e);
            }
        }
    }

    private static void answer(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        Matcher name = NAME.matcher(in.readLine());
        if (!name.find()) {
            throw new IOException("nobody is asked for");
        }
        while (!in.readLine().isEmpty()) {
            // What else the proxy says is not looked at.
        }
        UUID uuid = UUID.nameUUIDFromBytes(name.group(1).getBytes(StandardCharsets.UTF_8));
        String body = "{\"id\":\"%s\",\"name\":\"%s\",\"properties\":[]}"
                .formatted(uuid.toString().replace("-", ""), name.group(1));
        client.getOutputStream()
                .write(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                                .formatted(body.length(), body)
                                .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
