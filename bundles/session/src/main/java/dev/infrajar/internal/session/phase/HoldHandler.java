// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

import dev.infrajar.internal.session.handshake.LoginStartDecoder;
import dev.infrajar.net.forward.End;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.function.Consumer;

/**
 * Keeps a connection still until a forwarder takes it: asks for nothing, and keeps what arrives all the same. (Netty reads
 * although {@code autoRead} is off when the peer has sent its EOF.)
 */
public final class HoldHandler extends PhaseHandler {
    /**
     * Holds at most as much as may come before a login is accepted; more ends the connection.
     *
     * @param rejected told when that happens, or when the connection breaks
     */
    public HoldHandler(Consumer<Rejection> rejected) {
        super(LoginStartDecoder.MAX_LOGIN_BYTES, rejected);
    }

    /**
     * Holds a connection that another handler has let go of. On its event loop.
     *
     * @param end what was received goes along
     * @param rejected as for a new one
     */
    public static HoldHandler takeOver(End end, Consumer<Rejection> rejected) {
        HoldHandler hold = new HoldHandler(rejected);
        hold.beginWith(end.received(), end.inputClosed());
        end.channel().pipeline().addLast(hold);
        return hold;
    }

    /** The held channel. */
    public Channel channel() {
        return context().channel();
    }

    /**
     * Leaves the pipeline empty.
     *
     * @return the channel with what was received, for a forwarder
     */
    public End release() {
        boolean closed = isInputClosed();
        Channel channel = channel();
        ByteBuf rest = leave();
        return new End(channel, rest, closed);
    }

    /**
     * Sends last bytes and closes.
     *
     * @param farewell released by the channel
     */
    public void sendAndClose(ByteBuf farewell) {
        if (isCurrent()) {
            LingerHandler.sendAndClose(this, farewell);
        } else {
            farewell.release();
        }
    }

    @Override
    void decode() {}

    @Override
    boolean wantsMore() {
        return false;
    }

    @Override
    void inputClosed() {}
}
