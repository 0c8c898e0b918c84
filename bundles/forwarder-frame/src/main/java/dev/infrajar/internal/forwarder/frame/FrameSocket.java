// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.encryption.StreamCipher;
import dev.infrajar.net.forward.RelayedSocket;
import dev.infrajar.net.intercept.Ciphers;
import dev.infrajar.net.intercept.PacketEnd;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A channel while it is relayed, and its ciphers. Bytes are decrypted where they were received and encrypted where they are,
 * right before they are written: what is written must be nobody else's to look at. Event loop only.
 */
final class FrameSocket {
    private final RelayedSocket socket;
    private final Optional<Ciphers> ciphers;
    private final @Nullable StreamCipher decryptor;
    private final @Nullable StreamCipher encryptor;

    FrameSocket(PacketEnd end) {
        this.socket = new RelayedSocket(end.end().channel());
        this.ciphers = end.ciphers();
        this.decryptor = ciphers.map(Ciphers::decryptor).orElse(null);
        this.encryptor = ciphers.map(Ciphers::encryptor).orElse(null);
    }

    void takeOver(ChannelHandler handler) {
        socket.takeOver(handler);
    }

    void letGo() {
        socket.letGo();
        ciphers.ifPresent(Ciphers::close);
    }

    /** To be called when the peer has closed its output and ours is still open. */
    void inputClosed(Runnable writable, Runnable broken) {
        socket.inputClosed(writable, broken);
    }

    /** The channel's own close, by whomever; runs at once if that has been already. */
    void whenClosed(Runnable closed) {
        socket.whenClosed(closed);
    }

    EventLoop loop() {
        return socket.loop();
    }

    ByteBufAllocator allocator() {
        return PooledByteBufAllocator.DEFAULT;
    }

    void setReading(boolean reading) {
        socket.setReading(reading);
    }

    boolean isReading() {
        return socket.isReading();
    }

    boolean isWritable() {
        return socket.isWritable();
    }

    boolean isEncrypted() {
        return encryptor != null;
    }

    /** To be called once for each chunk, in their order. */
    void decrypt(ByteBuf chunk) {
        if (decryptor != null) {
            decryptor.apply(chunk);
        }
    }

    /** Takes the bytes over. */
    void write(ByteBuf bytes) {
        if (encryptor != null) {
            encryptor.apply(bytes);
        }
        socket.write(bytes);
    }

    void flush() {
        socket.flush();
    }

    /** Flushes; completes when all that was written before has left. */
    ChannelFuture flushAll() {
        return socket.flushAll();
    }

    /** Closes the output, and drops what has not left yet. */
    void closeOutput() {
        socket.closeOutput();
    }

    /** The bytes written that the socket has not taken. */
    long pendingBytes() {
        return socket.pendingBytes();
    }

    /** The memory of what was written and has not left, in bytes; cheap. */
    long queuedBytes() {
        return socket.queuedBytes();
    }
}
