// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LoginStart;
import dev.infrajar.internal.session.handshake.LoginStartDecoder;
import java.time.Duration;

/** Waits for the login start, then holds the connection still and lets the login flow decide. */
final class LoginStartHandler extends PhaseHandler {
    /** The time for a complete login start. */
    static final Duration DEADLINE = Duration.ofSeconds(5);

    private final FrontDoor door;
    private final Handshake handshake;
    private boolean started;
    private boolean decided;

    LoginStartHandler(FrontDoor door, Handshake handshake) {
        super(LoginStartDecoder.MAX_LOGIN_BYTES, door::rejected);
        this.door = door;
        this.handshake = handshake;
    }

    @Override
    void decode() {
        switch (LoginStartDecoder.decode(received(), handshake.protocol())) {
            case LoginStartDecoder.Result.Incomplete() -> startDeadlineOnce();
            case LoginStartDecoder.Result.Complete(LoginStart login, int bytes) -> complete(login);
            case LoginStartDecoder.Result.Malformed malformed -> {
                decided = true;
                reject(Rejection.MALFORMED_LOGIN);
            }
        }
    }

    private void startDeadlineOnce() {
        if (!started) {
            started = true;
            startDeadline(DEADLINE, Rejection.SLOW_LOGIN);
        }
    }

    private void complete(LoginStart login) {
        decided = true;
        HoldHandler hold = new HoldHandler(door::rejected);
        if (!isInputClosed()) {
            // For whoever reads next: a client is silent until it is answered, so this wish need not be taken back.
            context().read();
        }
        moveTo(hold);
        if (hold.isCurrent()) {
            door.login(hold, handshake, login);
        }
    }

    @Override
    boolean wantsMore() {
        return !decided;
    }

    @Override
    void inputClosed() {
        if (!decided) {
            context().close();
        }
    }
}
