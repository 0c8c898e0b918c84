// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.plain;

import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Ports;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A server of 1.16.5 that asks each player something during the login, as mod loaders do, and notes how long the answer is. To
 * players whose names end in {@code _bomb} it sends a frame that no login needs.
 */
public final class AskingBackend implements AutoCloseable {
    /** The number of the question. */
    public static final int QUESTION = 9;

    private static final int PLUGIN_REQUEST = 4;
    private static final int SUCCESS = 2;

    private final Connections connections;
    private final Map<String, CompletableFuture<Integer>> answers = new ConcurrentHashMap<>();

    private AskingBackend() throws IOException {
        connections = new Connections(Ports.free());
        connections.serve("asking-backend", this::serve);
    }

    /**
     * Starts one.
     *
     * @return listening
     */
    public static AskingBackend start() {
        try {
            return new AskingBackend();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Where it listens.
     *
     * @return the port on the loopback address
     */
    public int port() {
        return connections.port();
    }

    /**
     * Waits for a player's answer.
     *
     * @param name the player
     * @return how many bytes it has
     */
    public int awaitAnswer(String name) {
        try {
            return answer(name).get(ChildProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no answer of " + name, e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    private CompletableFuture<Integer> answer(String name) {
        return answers.computeIfAbsent(name, asked -> new CompletableFuture<>());
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            Connections.readPacket(in);
            String name = Bytes.readString(Connections.readPacket(in));
            if (name.endsWith("_bomb")) {
                socket.getOutputStream().write(new Bytes().varInt(2_000_000).toArray());
            } else {
                ask(socket);
                var reply = Connections.readPacket(in);
                if (Bytes.readVarInt(reply) == QUESTION && reply.readBoolean()) {
                    answer(name).complete(reply.available());
                }
                socket.getOutputStream()
                        .write(new Bytes()
                                .varInt(SUCCESS)
                                .i64(1)
                                .i64(2)
                                .string(name)
                                .frame());
            }
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // A player may leave at any point: a test that waits for its answer is told in time.
        }
    }

    private static void ask(Socket socket) throws IOException {
        socket.getOutputStream()
                .write(new Bytes()
                        .varInt(PLUGIN_REQUEST)
                        .varInt(QUESTION)
                        .string("mods:list")
                        .frame());
    }
}
