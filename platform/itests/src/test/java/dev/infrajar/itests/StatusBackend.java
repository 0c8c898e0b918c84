// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A server that answers server list pings with its text. */
final class StatusBackend implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    StatusBackend() throws IOException {
        Thread.ofVirtual().start(this::acceptAll);
    }

    /** How often it has answered. */
    int answers() {
        return answers.get();
    }

    /** Writes the server file that leads here. */
    void writeServer(String id, String rest) throws IOException {
        Path written = Files.writeString(
                Container.folder().resolve(id + ".tmp"), """
                domains = ["%s"]
                addresses = ["127.0.0.1:%d"]
                %s
                """.formatted(id, listener.getLocalPort(), rest));
        Files.move(written, Container.folder().resolve("servers").resolve(id + ".toml"));
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket accepted = listener.accept();
                Thread.ofVirtual().start(() -> answer(accepted));
            } catch (IOException e) {
                failure.compareAndSet(null, e);
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            MinecraftClient.readPreamble(new DataInputStream(socket.getInputStream()));
            socket.getOutputStream().write(response());
            answers.incrementAndGet();
        } catch (IOException e) {
            failure.compareAndSet(null, e);
        }
    }

    /** The lengths fit one byte each. */
    private static byte[] response() {
        byte[] json =
                "{\"version\":{\"name\":\"x\",\"protocol\":47},\"players\":{\"max\":1,\"online\":0},\"description\":\"alive\"}"
                        .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(json.length + 2);
        packet.write(0);
        packet.write(json.length);
        packet.writeBytes(json);
        return packet.toByteArray();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
