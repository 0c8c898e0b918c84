// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LoginStartDecoder;
import dev.infrajar.internal.session.handshake.Opening;
import dev.infrajar.internal.session.handshake.OpeningDecoder;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.core.StatusReply;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import net.kyori.adventure.text.Component;
import org.jspecify.annotations.Nullable;

/** The first phase: finds out what a connection is. */
public final class OpeningHandler extends PhaseHandler {
    /** The time for a complete handshake. */
    static final Duration DEADLINE = Duration.ofSeconds(5);

    private final FrontDoor door;
    private final int maxFrameBytes;
    private boolean started;
    private Opening.@Nullable LegacyPing perhaps;
    private boolean decided;

    /**
     * The first handler of an accepted channel.
     *
     * @param door what the phases need
     * @param maxFrameBytes the most bytes of a handshake
     */
    public OpeningHandler(FrontDoor door, int maxFrameBytes) {
        super(LoginStartDecoder.MAX_LOGIN_BYTES, door::rejected);
        this.door = door;
        this.maxFrameBytes = maxFrameBytes;
    }

    @Override
    void decode() {
        if (decided) {
            return;
        }
        if (!started || perhaps != null) {
            started = true;
            perhaps = null;
            startDeadline(DEADLINE, Rejection.SLOW_HANDSHAKE);
        }
        switch (OpeningDecoder.decode(received(), maxFrameBytes)) {
            case Opening.Incomplete() -> rejectIfTooLong();
            case Opening.PerhapsLegacy(Opening.LegacyPing ping) -> {
                perhaps = ping;
                startTimer(OpeningDecoder.LEGACY_LOOK_AHEAD, () -> legacyPing(ping));
            }
            case Opening.LegacyPing ping -> legacyPing(ping);
            case Opening.LegacyLogin login -> legacyLogin();
            case Opening.Modern(Handshake handshake) -> modern(handshake);
            case Opening.Malformed malformed -> reject(Rejection.MALFORMED_HANDSHAKE);
        }
    }

    private void rejectIfTooLong() {
        if (received().readableBytes() >= OpeningDecoder.openingBytes(maxFrameBytes)) {
            reject(Rejection.MALFORMED_HANDSHAKE);
        }
    }

    private void legacyPing(Opening.LegacyPing ping) {
        decided = true;
        stopDeadline();
        if (door.request(RequestKind.STATUS) instanceof Verdict.Pass) {
            door.answerLegacyPing(ping, reply -> answer(ping, reply), this::close);
        } else {
            close();
        }
    }

    private void answer(Opening.LegacyPing ping, StatusReply.Legacy reply) {
        if (isCurrent()) {
            LingerHandler.sendAndClose(this, LegacyKick.status(context().alloc(), ping.form(), reply));
        }
    }

    private void legacyLogin() {
        decided = true;
        switch (door.request(RequestKind.LOGIN)) {
            case Verdict.Pass() -> sayAndClose(LegacyKick.text(context().alloc(), LegacyKick.TOO_OLD));
            case Verdict.Refuse(Component text, String reason) ->
                sayAndClose(LegacyKick.refusal(context().alloc(), text));
            case Verdict.Drop(String reason) -> close();
        }
    }

    private void modern(Handshake handshake) {
        decided = true;
        switch (handshake.nextState()) {
            case STATUS -> status(handshake);
            case LOGIN, TRANSFER -> login(handshake);
        }
    }

    private void status(Handshake handshake) {
        if (door.request(RequestKind.STATUS) instanceof Verdict.Pass) {
            moveTo(new StatusHandler(door, handshake));
        } else {
            close();
        }
    }

    private void login(Handshake handshake) {
        switch (door.request(RequestKind.LOGIN)) {
            case Verdict.Pass() -> moveTo(new LoginStartHandler(door, handshake));
            case Verdict.Refuse(Component text, String reason) ->
                sayAndClose(LoginDisconnect.encode(context().alloc(), text, handshake.protocol()));
            case Verdict.Drop(String reason) -> close();
        }
    }

    private void sayAndClose(ByteBuf farewell) {
        LingerHandler.sendAndClose(this, farewell);
    }

    @Override
    boolean wantsMore() {
        return !decided;
    }

    @Override
    void inputClosed() {
        if (perhaps != null && !decided) {
            legacyPing(perhaps);
        } else if (!decided) {
            context().close();
        }
    }
}
