// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LoginStartDecoder;
import dev.infrajar.internal.session.handshake.Opening;
import dev.infrajar.internal.session.handshake.OpeningDecoder;
import dev.infrajar.net.core.StatusReply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The first phase: finds out what a connection is. */
public final class OpeningHandler extends PhaseHandler {
    /** The time for a complete handshake. */
    static final Duration DEADLINE = Duration.ofSeconds(5);

    private final FrontDoor door;
    private boolean started;
    private Opening.@Nullable LegacyPing perhaps;
    private boolean decided;

    /**
     * The first handler of an accepted channel.
     *
     * @param door what the phases need
     */
    public OpeningHandler(FrontDoor door) {
        super(LoginStartDecoder.MAX_LOGIN_BYTES, door::rejected);
        this.door = door;
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
        switch (OpeningDecoder.decode(received())) {
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
        if (received().readableBytes() >= OpeningDecoder.MAX_OPENING_BYTES) {
            reject(Rejection.MALFORMED_HANDSHAKE);
        }
    }

    private void legacyPing(Opening.LegacyPing ping) {
        decided = true;
        stopDeadline();
        door.answerLegacyPing(
                context().channel(), ping, reply -> answer(ping, reply), () -> reject(Rejection.UNKNOWN_HOST));
    }

    private void answer(Opening.LegacyPing ping, StatusReply.Legacy reply) {
        if (isCurrent()) {
            LingerHandler.sendAndClose(this, LegacyKick.status(context().alloc(), ping.form(), reply));
        }
    }

    private void legacyLogin() {
        decided = true;
        LingerHandler.sendAndClose(this, LegacyKick.text(context().alloc(), LegacyKick.TOO_OLD));
    }

    private void modern(Handshake handshake) {
        decided = true;
        moveTo(
                switch (handshake.nextState()) {
                    case STATUS -> new StatusHandler(door, handshake);
                    case LOGIN, TRANSFER -> new LoginStartHandler(door, handshake);
                });
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
