// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.relay;

import dev.infrajar.internal.status.document.StatusDocument;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Takes the one Status Response that a backend sends; holds no more bytes than that packet can have. */
final class StatusResponseDecoder extends ByteToMessageDecoder {
    /** What came of waiting for the packet. */
    sealed interface Received {
        /** The packet's string. */
        record Text(String json) implements Received {}

        /** The reason in plain words. */
        record Nothing(String reason) implements Received {}
    }

    private static final int RESPONSE_ID = 0;

    /** In bytes: the id, the string's length and three bytes of UTF-8 for each UTF-16 unit. */
    private static final int MAX_PACKET_BYTES = 1 + 3 + 3 * StatusDocument.MAX_CHARS;

    private final CompletableFuture<Received> received = new CompletableFuture<>();

    /** Done when the packet is there, or can no longer come. */
    CompletableFuture<Received> received() {
        return received;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (received.isDone()) {
            in.skipBytes(in.readableBytes());
            return;
        }
        in.markReaderIndex();
        try {
            decodePacket(in);
        } catch (WireException e) {
            if (e == WireException.TRUNCATED) {
                in.resetReaderIndex();
            } else {
                give("the answer is malformed: " + e.getMessage());
            }
        }
    }

    private void decodePacket(ByteBuf in) {
        int length = VarInts.read(in);
        if (length < 1 || length > MAX_PACKET_BYTES) {
            give("the answer claims " + length + " bytes, the most is " + MAX_PACKET_BYTES);
            return;
        }
        if (in.readableBytes() < length) {
            throw WireException.TRUNCATED;
        }
        received.complete(payload(in.readSlice(length)));
    }

    /** Here the packet is complete: a value that does not end within it is malformed, not late. */
    private static Received payload(ByteBuf packet) {
        try {
            int id = VarInts.read(packet);
            return id == RESPONSE_ID
                    ? new Received.Text(WireStrings.read(packet, StatusDocument.MAX_CHARS))
                    : new Received.Nothing("packet " + id + " came in place of the answer");
        } catch (WireException e) {
            return new Received.Nothing("the answer is malformed: " + e.getMessage());
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        super.userEventTriggered(context, event);
        if (event instanceof ChannelInputShutdownEvent) {
            give("the backend closed the connection without an answer");
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        super.channelInactive(context);
        give("the backend closed the connection without an answer");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        give("the connection broke: " + failure.getMessage());
    }

    /** The first reason stands. */
    private void give(String reason) {
        received.complete(new Received.Nothing(reason));
    }
}
