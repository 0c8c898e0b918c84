// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LoginStart;
import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.internal.session.player.Intake;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.transport.ClientConnection;
import java.time.Clock;
import java.util.concurrent.Executor;
import net.kyori.adventure.text.Component;

/**
 * Begins logins.
 *
 * @param desk what they need
 * @param intake whether new players are let in
 * @param virtualThreads for what waits
 * @param clock tells when they began
 */
public record Logins(LoginDesk desk, Intake intake, Executor virtualThreads, Clock clock) {

    /** Called on the event loop; does not block. */
    public void begin(ClientConnection connection, HoldHandler hold, Handshake handshake, LoginStart start) {
        PlayerSession session = new PlayerSession(desk.table().nextId(), handshake, start, connection, clock.instant());
        Login login = new Login(desk, connection, hold, handshake, session);
        // First known, then asked: who closes the intake finds in the table whom the intake has let in before.
        login.begin();
        switch (intake.verdict()) {
            case Verdict.Pass() -> new LoginFlow(desk, login, virtualThreads).start();
            case Verdict.Refuse(Component text, String reason) -> login.refuse(text, reason);
            case Verdict.Drop(String reason) -> login.drop();
        }
    }
}
