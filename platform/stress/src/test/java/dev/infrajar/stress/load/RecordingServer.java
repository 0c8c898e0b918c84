// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that keeps all bytes of each connection; what it does besides, a test says. */
public final class RecordingServer implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final ServerSocket listener;
    private final InetSocketAddress address;
    private final Behaviour behaviour;
    private final BlockingQueue<byte[]> records = new LinkedBlockingQueue<>();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();

    private RecordingServer(ServerSocket listener, Behaviour behaviour) {
        this.listener = listener;
        this.address = (InetSocketAddress) listener.getLocalSocketAddress();
        this.behaviour = behaviour;
    }

    /** What it does with a connection; when it returns, the connection is closed. */
    public interface Behaviour {
        /** Serves; what is read from the input is kept. */
        void serve(InputStream in, OutputStream out) throws IOException;

        /** Reads until the client leaves. */
        static Behaviour silent() {
            return (in, out) -> in.transferTo(OutputStream.nullOutputStream());
        }

        /** Reads so many bytes, then closes. */
        static Behaviour closingAfter(int bytes) {
            return (in, out) -> in.readNBytes(bytes);
        }
    }

    /** Starts one; the caller closes it. */
    public static RecordingServer start(Behaviour behaviour) {
        try {
            RecordingServer server =
                    new RecordingServer(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), behaviour);
            Thread.ofVirtual().start(server::acceptAll);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where nobody listens any more. */
    public static InetSocketAddress deadAddress() {
        RecordingServer server = start(Behaviour.silent());
        server.close();
        return server.address();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** The bytes of the next connection that has ended. */
    public byte[] record() throws InterruptedException {
        byte[] record = records.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (record == null) {
            throw new AssertionError("no connection has ended");
        }
        return record;
    }

    /** The most connections that were open at a time. */
    public int mostOpen() {
        return mostOpen.get();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptAll() {
        try {
            while (!listener.isClosed()) {
                Socket socket = listener.accept();
                sockets.add(socket);
                mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed by the test.
        }
    }

    private void serve(Socket socket) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        // Counted as closed before the client can see that it is: the client opens the next one then.
        try (socket;
                Closing _ = open::decrementAndGet) {
            behaviour.serve(new Recorder(socket.getInputStream(), record), socket.getOutputStream());
        } catch (IOException e) {
            // Clients that reset are among what is tested.
        } finally {
            records.add(record.toByteArray());
        }
    }

    private interface Closing extends AutoCloseable {
        @Override
        void close();
    }

    private static final class Recorder extends InputStream {
        private final InputStream in;
        private final ByteArrayOutputStream record;

        Recorder(InputStream in, ByteArrayOutputStream record) {
            this.in = in;
            this.record = record;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            if (next >= 0) {
                record.write(next);
            }
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            if (count > 0) {
                record.write(bytes, offset, count);
            }
            return count;
        }
    }
}
