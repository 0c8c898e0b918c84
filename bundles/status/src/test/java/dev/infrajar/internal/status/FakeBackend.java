// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that reads the status request of each connection and behaves as told; it notes the first. */
public final class FakeBackend implements AutoCloseable {
    /** What it does after the request. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(Socket socket) throws IOException;
    }

    /** A status request as it arrived. */
    public record Request(int protocol, String host, int port, int nextState, String secondHex) {}

    private final ServerSocket server;
    public final CompletableFuture<Request> request = new CompletableFuture<>();

    /** Done when the proxy has closed the connection. */
    public final CompletableFuture<Void> closedByProxy = new CompletableFuture<>();

    /** How often it was asked. */
    public final AtomicInteger questions = new AtomicInteger();

    public FakeBackend(Behaviour behaviour) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> acceptAll(behaviour));
    }

    public static FakeBackend answering(String json) throws IOException {
        return new FakeBackend(socket -> socket.getOutputStream().write(response(json)));
    }

    /** The Status Response packet with its length. */
    public static byte[] response(String json) {
        byte[] text = json.getBytes(UTF_8);
        return framed(concat(new byte[] {0}, concat(varInt(text.length), text)));
    }

    public static byte[] framed(byte[] packet) {
        return concat(varInt(packet.length), packet);
    }

    public static byte[] varInt(int value) {
        ByteBuf out = Unpooled.buffer(VarInts.MAX_BYTES);
        VarInts.write(out, value);
        return ByteBufUtil.getBytes(out);
    }

    public static byte[] concat(byte[] first, byte[] second) {
        return ByteBufUtil.getBytes(Unpooled.wrappedBuffer(first, second));
    }

    public int port() {
        return server.getLocalPort();
    }

    private void acceptAll(Behaviour behaviour) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket, behaviour));
            } catch (IOException closed) {
                request.completeExceptionally(closed);
                return;
            }
        }
    }

    private void serve(Socket accepted, Behaviour behaviour) {
        try (Socket socket = accepted) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            request.complete(request(in));
            questions.incrementAndGet();
            behaviour.answer(socket);
            if (!socket.isClosed() && in.read() < 0) {
                closedByProxy.complete(null);
            }
        } catch (IOException e) {
            request.completeExceptionally(e);
            closedByProxy.completeExceptionally(e);
        }
    }

    private static Request request(DataInputStream in) throws IOException {
        ByteBuf handshake = Unpooled.wrappedBuffer(in.readNBytes(in.readUnsignedByte()));
        VarInts.read(handshake);
        int protocol = VarInts.read(handshake);
        String host = handshake.readString(VarInts.read(handshake), UTF_8);
        int port = handshake.readUnsignedShort();
        return new Request(
                protocol, host, port, VarInts.read(handshake), HexFormat.of().formatHex(in.readNBytes(2)));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
