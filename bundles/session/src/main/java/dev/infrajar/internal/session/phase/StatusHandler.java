// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.net.core.StatusReply;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.time.Duration;

/**
 * A server list ping: one status request, one answer, one ping that is echoed. A client may send request and ping in one
 * segment, or the ping alone.
 */
final class StatusHandler extends PhaseHandler {
    /** The time for the request, and again for the ping after the answer. */
    static final Duration DEADLINE = Duration.ofSeconds(5);

    private static final int REQUEST = 0;
    private static final int RESPONSE = 0;
    private static final int PING = 1;

    // A ping is an id and eight bytes; a request is an id alone.
    private static final int PING_FRAME_BYTES = 1 + Long.BYTES;
    private static final int REQUEST_FRAME_BYTES = 1;
    private static final int MAX_BYTES = 64;

    private final FrontDoor door;
    private final Handshake handshake;
    private State state = State.NEW;

    private enum State {
        NEW,
        AWAITING_REQUEST,
        ANSWERING,
        AWAITING_PING,
        DONE
    }

    StatusHandler(FrontDoor door, Handshake handshake) {
        super(MAX_BYTES, door::rejected);
        this.door = door;
        this.handshake = handshake;
    }

    @Override
    void decode() {
        if (state == State.NEW) {
            state = State.AWAITING_REQUEST;
            startDeadline(DEADLINE, Rejection.SLOW_STATUS);
        }
        while (wantsMore() && received().isReadable()) {
            int length = received().getByte(received().readerIndex());
            if (length != REQUEST_FRAME_BYTES && length != PING_FRAME_BYTES) {
                malformed();
                return;
            }
            if (received().readableBytes() <= length) {
                return;
            }
            received().skipBytes(1);
            frame(received().readSlice(length));
        }
    }

    private void frame(ByteBuf frame) {
        int id = frame.readByte();
        if (id == REQUEST && !frame.isReadable() && state == State.AWAITING_REQUEST) {
            request();
        } else if (id == PING && frame.isReadable()) {
            echo(frame);
        } else {
            malformed();
        }
    }

    private void malformed() {
        state = State.DONE;
        reject(Rejection.MALFORMED_STATUS);
    }

    private void request() {
        state = State.ANSWERING;
        stopDeadline();
        door.answerStatus(handshake, this::answer, this::close);
    }

    private void answer(StatusReply.Json reply) {
        if (!isCurrent() || state != State.ANSWERING) {
            return;
        }
        context().writeAndFlush(encode(reply.utf8()));
        state = State.AWAITING_PING;
        startDeadline(DEADLINE, Rejection.SLOW_STATUS);
        decode();
        if (!wantsMore() || !isCurrent()) {
            return;
        }
        if (isInputClosed()) {
            finish();
        } else {
            context().read();
        }
    }

    private ByteBuf encode(byte[] json) {
        int bodyBytes = VarInts.size(RESPONSE) + VarInts.size(json.length) + json.length;
        ByteBuf frame = context().alloc().buffer(VarInts.size(bodyBytes) + bodyBytes);
        VarInts.write(frame, bodyBytes);
        VarInts.write(frame, RESPONSE);
        VarInts.write(frame, json.length);
        frame.writeBytes(json);
        return frame;
    }

    private void echo(ByteBuf frame) {
        state = State.DONE;
        ByteBuf pong = context().alloc().buffer(1 + PING_FRAME_BYTES);
        pong.writeByte(PING_FRAME_BYTES).writeByte(PING).writeBytes(frame);
        if (received().isReadable()) {
            LingerHandler.sendAndClose(this, pong);
        } else {
            sendLast(pong);
        }
    }

    /** Closes at once where all that a client has to say was read, as a server does; a reset cannot come of it. */
    private void sendLast(ByteBuf pong) {
        ChannelFuture sent = context().writeAndFlush(pong);
        if (sent.isDone()) {
            close();
        } else {
            startTimer(LingerHandler.DEADLINE, this::close);
            sent.addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Closes when the answer is sent; the deadline for the ping is that for taking it, too. */
    private void finish() {
        state = State.DONE;
        context().writeAndFlush(context().alloc().buffer(0)).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    boolean wantsMore() {
        return state == State.AWAITING_REQUEST || state == State.AWAITING_PING;
    }

    @Override
    void inputClosed() {
        // The answer is still sent to a client that has closed its side after the request.
        switch (state) {
            case NEW, AWAITING_REQUEST -> close();
            case AWAITING_PING -> finish();
            case ANSWERING, DONE -> {}
        }
    }
}
