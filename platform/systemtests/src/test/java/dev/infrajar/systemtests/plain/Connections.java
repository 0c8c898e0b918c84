// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.plain;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** A port on the loopback address and all that connect to it, each on a virtual thread of its own. */
final class Connections implements AutoCloseable {
    private final ServerSocket listener;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

    Connections(int port) throws IOException {
        listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    /** Begins to accept. */
    void serve(String thread, Consumer<Socket> each) {
        Thread.ofVirtual().name(thread + "-accept").start(() -> acceptAll(thread, each));
    }

    private void acceptAll(String thread, Consumer<Socket> each) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                Thread.ofVirtual().name(thread + "-connection").start(() -> each.accept(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many there were so far. */
    int count() {
        return sockets.size();
    }

    /** Closes the port and every connection. */
    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads a frame and the packet id in it, which the phase makes certain. */
    static DataInputStream readPacket(DataInputStream in) throws IOException {
        byte[] bytes = new byte[Bytes.readVarInt(in)];
        in.readFully(bytes);
        var packet = new DataInputStream(new ByteArrayInputStream(bytes));
        Bytes.readVarInt(packet);
        return packet;
    }
}
