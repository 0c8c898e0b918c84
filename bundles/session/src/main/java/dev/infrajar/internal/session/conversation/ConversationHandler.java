// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.internal.session.phase.Rejection;
import dev.infrajar.net.filter.FilteredException;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.intercept.Ciphers;
import dev.infrajar.net.intercept.PacketEnd;
import dev.infrajar.net.wire.Frames;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of a conversation that is on the event loop. Asks the channel for bytes while a packet is waited for and not there
 * yet, at no other time; Netty reads all the same when the peer has sent its EOF.
 */
final class ConversationHandler extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(ConversationHandler.class);

    /** What one read may bring on top of a frame that is not complete: the largest receive buffer of the transport, in bytes. */
    private static final int READ_BYTES = 256 * 1024;

    private final ConversationTerms terms;
    private final Consumer<Delivery> deliveries;
    private final FrameReader reader;
    private final FrameWriter writer;
    private boolean inputClosed;
    private boolean isGone;
    private boolean isWaiting;
    private boolean isFlushDue;
    private Delivery.@Nullable Failed failure;
    private @Nullable Ciphers ciphers;
    private @Nullable ChannelHandlerContext context;
    private @Nullable ChannelFuture lastWrite;

    ConversationHandler(End end, ConversationTerms terms, Consumer<Delivery> deliveries) {
        this.terms = terms;
        this.deliveries = deliveries;
        this.reader = new FrameReader(terms, end.received(), System.nanoTime());
        this.writer = new FrameWriter(terms.compression());
        this.inputClosed = end.inputClosed();
    }

    /** Runs one of the methods below as Netty runs its own calls: what fails ends the connection. */
    void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | LinkageError e) {
            exceptionCaught(context(), e);
        }
    }

    /** Delivers the next packet as soon as it is there, or why there is none. */
    void receive() {
        isWaiting = true;
        goOn();
    }

    /** Whether what comes next is an answer for somebody else. */
    void expectAnswer(boolean isAnswer) {
        reader.expectAnswer(isAnswer);
    }

    /** Sends a packet; dropped if the connection is over. */
    void send(ByteBuf idAndFields) {
        if (!isGone) {
            write(writer.frame(context().alloc(), idAndFields));
        }
    }

    /** Sends bytes as they are. */
    void sendBare(ByteBuf bytes) {
        if (!isGone) {
            write(context().alloc().directBuffer(bytes.readableBytes()).writeBytes(bytes));
        }
    }

    /** Tells when all that was sent has been taken by the socket, or never will be. */
    void settle(Runnable settled) {
        if (isGone || lastWrite == null) {
            settled.run();
        } else {
            flush();
            lastWrite.addListener(written -> settled.run());
        }
    }

    /** Owns the ciphers from now on. */
    void encrypt(Ciphers added) {
        if (isGone) {
            added.close();
            return;
        }
        ciphers = added;
        writer.encrypt(added.encryptor());
        reader.decrypt(added.decryptor());
    }

    void compress(int threshold) {
        writer.deflate(threshold);
        reader.inflate(threshold >= 0);
    }

    /** Leaves the pipeline empty. Empty if the connection is over, or not understood. */
    Optional<PacketEnd> release() {
        if (isGone || failure != null) {
            return Optional.empty();
        }
        flush();
        Optional<Ciphers> handedOver = Optional.ofNullable(ciphers);
        ciphers = null;
        return Optional.of(new PacketEnd(letGo(), writer.threshold(), handedOver));
    }

    /** Sends a last packet and closes behind it. */
    void sendAndClose(ByteBuf idAndFields) {
        if (isGone) {
            return;
        }
        ByteBuf farewell = writer.frame(context().alloc(), idAndFields);
        HoldHandler.takeOver(letGo(), terms.rejected()).sendAndClose(farewell);
    }

    private End letGo() {
        End end = new End(context().channel(), reader.take(), inputClosed);
        context().pipeline().remove(this);
        return end;
    }

    private void write(ByteBuf bytes) {
        lastWrite = context().write(bytes);
        if (!isFlushDue) {
            // Behind the tasks that are queued by now: packets sent one after the other share a segment.
            isFlushDue = true;
            context().executor().execute(this::flush);
        }
    }

    private void flush() {
        if (isFlushDue && !isGone) {
            context().flush();
        }
        isFlushDue = false;
    }

    private void goOn() {
        if (!isWaiting) {
            return;
        }
        if (failure != null) {
            deliver(failure);
            return;
        }
        if (!isGone && !context().channel().isWritable()) {
            // Who does not read our answers gets to ask nothing more: they would pile up.
            return;
        }
        switch (reader.next(System.nanoTime())) {
            case Cut.Packet(ByteBuf idAndFields) -> deliver(new Delivery.Arrived(idAndFields));
            case Cut.Broken(Rejection rejection, String reason) -> giveUp(rejection, reason);
            case Cut.Incomplete() -> readOn();
        }
    }

    private void readOn() {
        if (inputClosed || isGone) {
            fail(Reasons.CLOSED);
        } else {
            context().read();
        }
    }

    private void deliver(Delivery delivery) {
        isWaiting = false;
        deliveries.accept(delivery);
    }

    private void giveUp(Rejection rejection, String reason) {
        if (failure == null) {
            terms.rejected().accept(rejection);
            fail(reason);
        }
    }

    private void fail(String reason) {
        failure = new Delivery.Failed(reason);
        goOn();
    }

    private ChannelHandlerContext context() {
        ChannelHandlerContext current = context;
        if (current == null) {
            throw new IllegalStateException("not in a pipeline");
        }
        return current;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        if (!ctx.channel().isActive()) {
            end();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        end();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        reader.append((ByteBuf) message);
        if (reader.receivedBytes() > reader.maxFrameBytes() + Frames.MAX_HEADER_BYTES + READ_BYTES) {
            giveUp(Rejection.TOO_MANY_BYTES, Reasons.TOO_MANY_BYTES);
            ctx.close();
            return;
        }
        goOn();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        goOn();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        goOn();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputClosed = true;
            goOn();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        end();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.error("A conversation failed on its event loop", cause);
        }
        if (failure == null && cause instanceof FilteredException) {
            // It has been counted where it was decided.
            fail(cause.toString());
        }
        giveUp(Rejection.CONNECTION_ERROR, Reasons.BROKEN);
        ctx.close();
    }

    /** Once more does nothing. */
    private void end() {
        isGone = true;
        reader.close();
        writer.close();
        if (ciphers != null) {
            ciphers.close();
            ciphers = null;
        }
        goOn();
    }
}
