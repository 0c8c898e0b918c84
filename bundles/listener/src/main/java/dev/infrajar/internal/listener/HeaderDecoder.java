// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ProtocolDetectionState;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.codec.haproxy.HAProxyProtocolException;

/**
 * Netty's decoder of PROXY headers, made to give up as soon as there is nothing to hope for. By itself it takes what is
 * no header for a line until 108 bytes are there, and collects without a bound behind a binary signature whose version
 * byte is {@code 0xFF} (seen with Netty 4.2.18).
 */
final class HeaderDecoder extends HAProxyMessageDecoder {
    /**
     * The longest header, bytes. The specification of the PROXY protocol recommends to stay within 536, one segment; a
     * proxy that adds names of TLS certificates or ids of its own as TLVs needs more.
     */
    static final int MAX_HEADER_BYTES = 4096;

    /** Signature, version, family and length: 16 bytes; addresses: 216 at most, the room for UNIX ones. */
    private static final int WITHOUT_TLVS_BYTES = 16 + 216;

    HeaderDecoder() {
        super(MAX_HEADER_BYTES - WITHOUT_TLVS_BYTES);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        super.channelRead(ctx, message);
        if (!ctx.isRemoved() && isHopeless(internalBuffer())) {
            throw new HAProxyProtocolException("no PROXY header");
        }
    }

    private static boolean isHopeless(ByteBuf received) {
        return received.readableBytes() > MAX_HEADER_BYTES
                || detectProtocol(received).state() == ProtocolDetectionState.INVALID;
    }
}
