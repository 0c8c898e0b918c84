// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.zip.CRC32C;

/**
 * The far end of one of a session's two sockets: a client or a backend. Its calls block; sending and receiving may happen
 * on two threads at once. What it sends are always whole frames, so that forwarders of frames can be tested with it too.
 */
public final class Peer implements AutoCloseable {
    private static final int BLOCK_BYTES = FrameBlocks.BLOCK_BYTES;

    private final SocketChannel socket;

    Peer(SocketChannel socket) throws IOException {
        this.socket = socket;
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /**
     * What was sent or received.
     *
     * @param bytes how many
     * @param checksum CRC-32C of all of them in their order
     */
    public record Bytes(long bytes, long checksum) {}

    /**
     * Sends bytes that never repeat within a stream: frames of random sizes and contents, in blocks that are stamped with their
     * number.
     *
     * @param bytes how many, at least 2
     * @return what was sent
     */
    public Bytes send(long bytes) {
        FrameBlocks blocks = new FrameBlocks(bytes);
        CRC32C checksum = new CRC32C();
        for (ByteBuffer block = blocks.next(); block.hasRemaining(); block = blocks.next()) {
            checksum.update(block.duplicate());
            sendAll(block);
        }
        return new Bytes(bytes, checksum.getValue());
    }

    /**
     * Sends bytes and closes the output behind the last one.
     *
     * @param bytes how many
     * @return what was sent
     */
    public Bytes sendAndClose(long bytes) {
        Bytes sent = send(bytes);
        closeOutput();
        return sent;
    }

    /** Sends until the connection ends, in whatever way. */
    void sendUntilClosed() {
        ByteBuffer block = new FrameBlocks(BLOCK_BYTES).next();
        try {
            while (true) {
                socket.write(block.clear());
            }
        } catch (IOException end) {
            assert end instanceof SocketException || end instanceof ClosedChannelException : end;
        }
    }

    /**
     * Sends one byte with a write of its own.
     *
     * @param value its lowest eight bits are sent
     */
    public void sendByte(int value) {
        sendAll(ByteBuffer.allocate(1).put((byte) value).flip());
    }

    /**
     * Receives an exact number of bytes.
     *
     * @param bytes how many
     * @return what was received
     */
    public Bytes receive(long bytes) {
        Bytes received = receiveUpTo(bytes);
        if (received.bytes() < bytes) {
            throw new UncheckedIOException(new EOFException(received.bytes() + " of " + bytes + " bytes received"));
        }
        return received;
    }

    /**
     * Receives until the other side closes its output.
     *
     * @return what was received
     */
    public Bytes receiveToEnd() {
        return receiveUpTo(Long.MAX_VALUE);
    }

    /** Receives until the connection ends, in whatever way: closed or reset. */
    public void receiveToConnectionEnd() {
        try {
            receiveToEnd();
        } catch (UncheckedIOException e) {
            assert e.getCause() instanceof SocketException : e;
        }
    }

    /**
     * Sends messages, each answered before the next.
     *
     * @param other the other far end of the session, driven from the same thread
     * @param roundTrips how many
     * @param messageBytes the size of a message, small enough to need no reader
     */
    public void pingPong(Peer other, int roundTrips, int messageBytes) {
        ByteBuffer message = FrameBlocks.oneFrame(messageBytes);
        for (int i = 0; i < roundTrips; i++) {
            sendAll(message.clear());
            other.receiveInto(message.clear());
            other.sendAll(message.clear());
            receiveInto(message.clear());
        }
    }

    /** The bytes of the smallest frames: a length of 1, then the lowest seven bits of the index as an id. */
    static int countingByte(int index) {
        return index % 2 == 0 ? 1 : index & 0x7F;
    }

    /** The checksum of the first {@link #countingByte}s. */
    static long countingChecksum(int count) {
        CRC32C checksum = new CRC32C();
        for (int i = 0; i < count; i++) {
            checksum.update(countingByte(i));
        }
        return checksum.getValue();
    }

    /** Closes the output: the other side sees the end of the stream behind the last byte. */
    public void closeOutput() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Resets the connection: what is in flight may be lost. */
    public void reset() {
        try {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sendAll(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                socket.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receiveInto(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                if (socket.read(bytes) < 0) {
                    throw new EOFException();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Bytes receiveUpTo(long limit) {
        ByteBuffer block = ByteBuffer.allocateDirect((int) Math.min(BLOCK_BYTES, limit));
        CRC32C checksum = new CRC32C();
        long received = 0;
        while (received < limit && receiveSome(block.clear(), limit - received)) {
            received += block.flip().limit();
            checksum.update(block);
        }
        return new Bytes(received, checksum.getValue());
    }

    private boolean receiveSome(ByteBuffer block, long limit) {
        block.limit((int) Math.min(block.capacity(), limit));
        try {
            return socket.read(block) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
