// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import java.io.ByteArrayOutputStream;

/** A channel whose bytes the test brings and takes, in the pieces it wants; on the test's thread, with a clock of its own. */
final class EmbeddedDuplexChannel extends EmbeddedChannel implements DuplexChannel {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private boolean isInputShutdown;
    private boolean isOutputShutdown;
    private boolean isStalled;

    EmbeddedDuplexChannel() {
        config().setAutoRead(false);
        freezeTime();
    }

    /** The peer sends bytes that are read in one piece. */
    void receive(byte[] bytes) {
        ByteBuf chunk = PooledByteBufAllocator.DEFAULT.directBuffer(Math.max(bytes.length, 1));
        pipeline().fireChannelRead(chunk.writeBytes(bytes));
        pipeline().fireChannelReadComplete();
        runPendingTasks();
    }

    /** The peer closes its output. */
    void receiveEnd() {
        isInputShutdown = true;
        pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        runPendingTasks();
    }

    /** All that has been sent to the peer since the last call. */
    byte[] takeSent() {
        runPendingTasks();
        for (ByteBuf next = readOutbound(); next != null; next = readOutbound()) {
            sent.writeBytes(FrameBytes.rest(next));
            next.release();
        }
        byte[] bytes = sent.toByteArray();
        sent.reset();
        return bytes;
    }

    /** The peer takes no bytes any more, or takes them again. */
    void stall(boolean stalled) {
        isStalled = stalled;
        flush();
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer in) throws Exception {
        if (!isStalled) {
            super.doWrite(in);
        }
    }

    /** How many buffers have been sent to the peer and not been taken. */
    int sentBuffers() {
        return outboundMessages().size();
    }

    @Override
    public boolean isInputShutdown() {
        return isInputShutdown;
    }

    @Override
    public ChannelFuture shutdownInput() {
        return shutdownInput(newPromise());
    }

    @Override
    public ChannelFuture shutdownInput(ChannelPromise promise) {
        isInputShutdown = true;
        return promise.setSuccess();
    }

    @Override
    public boolean isOutputShutdown() {
        return isOutputShutdown;
    }

    @Override
    public ChannelFuture shutdownOutput() {
        return shutdownOutput(newPromise());
    }

    @Override
    public ChannelFuture shutdownOutput(ChannelPromise promise) {
        isOutputShutdown = true;
        return promise.setSuccess();
    }

    @Override
    public boolean isShutdown() {
        return isInputShutdown && isOutputShutdown;
    }

    @Override
    public ChannelFuture shutdown() {
        return shutdown(newPromise());
    }

    @Override
    public ChannelFuture shutdown(ChannelPromise promise) {
        isInputShutdown = true;
        return shutdownOutput(promise);
    }
}
