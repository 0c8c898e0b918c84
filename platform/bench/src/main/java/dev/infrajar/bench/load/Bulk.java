// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;

/** Moves bytes over a channel through one direct buffer; their content does not matter. One thread. */
final class Bulk {
    /** Large enough that the driver's system calls are few beside a proxy's. */
    private static final int CHUNK_BYTES = 256 * 1024;

    private final SocketChannel channel;
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);

    Bulk(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Sends a chunk, or as much of one as there is room for.
     *
     * @return how many bytes
     */
    int send() throws IOException {
        return channel.write(chunk.clear());
    }

    /**
     * Takes what has come, a chunk at most.
     *
     * @return how many bytes
     * @throws EOFException if the other side has ended
     */
    int receive() throws IOException {
        int read = channel.read(chunk.clear());
        if (read < 0) {
            throw new EOFException("the other side has ended");
        }
        return read;
    }

    /** Sends back whatever comes, until the other side ends. */
    void echo() throws IOException {
        while (channel.read(chunk.clear()) >= 0) {
            sendAll(channel, chunk.flip());
        }
    }

    /** Sends until the other side ends, which always shows as an exception. */
    void sendForEver() throws IOException {
        while (channel.isOpen()) {
            send();
        }
    }

    /** Takes and drops whatever comes, until the other side ends. */
    void drain() throws IOException {
        while (channel.read(chunk.clear()) >= 0) {
            // Dropped.
        }
    }

    static void sendAll(WritableByteChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    /**
     * Fills a buffer.
     *
     * @throws EOFException if the other side ends before
     */
    static void receiveAll(ReadableByteChannel from, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (from.read(bytes) < 0) {
                throw new EOFException("the other side has ended");
            }
        }
    }
}
