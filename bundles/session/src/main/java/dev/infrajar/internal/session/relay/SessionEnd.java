// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.relay;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.net.core.SessionInfo;
import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.Outcome;

/** The end of a session in the form that plugins and logs see. */
public final class SessionEnd {
    private SessionEnd() {}

    public static DisconnectEvent of(PlayerSession session, Outcome outcome) {
        return switch (outcome) {
            case Outcome.ClientClosed() -> event(session, DisconnectEvent.Cause.CLIENT_CLOSED, "the client closed");
            case Outcome.BackendClosed() -> event(session, DisconnectEvent.Cause.BACKEND_CLOSED, "the backend closed");
            case Outcome.Failed(Blame blame, String reason) -> event(session, DisconnectEvent.Cause.FAILED, reason);
            case Outcome.HandOver() -> throw new IllegalStateException("a forwarder of bytes does not hand over");
        };
    }

    private static DisconnectEvent event(PlayerSession session, DisconnectEvent.Cause cause, String reason) {
        SessionInfo last = session.info();
        return new DisconnectEvent(session, cause, reason, last.serverboundBytes(), last.clientboundBytes());
    }
}
