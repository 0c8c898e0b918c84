// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.gate;

import dev.infrajar.internal.session.player.Intake;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.transport.ClientConnection;

/**
 * Who may come in at all, before it is known where to.
 *
 * @param gates asked first: who is kept out silently stays so
 * @param intake whether new players are let in
 * @param rejections counts those that are turned away
 */
public record Entrance(Gates gates, Intake intake, Rejections rejections) {

    /** Whether a connection that has sent nothing yet may go on. */
    public boolean admits(ClientConnection connection) {
        return gates.connection(connection) instanceof Verdict.Pass;
    }

    /** What becomes of a connection that has said what it wants. */
    public Verdict request(ClientConnection connection, RequestKind kind) {
        Verdict verdict = gates.request(connection, kind);
        if (kind != RequestKind.LOGIN || !(verdict instanceof Verdict.Pass)) {
            return verdict;
        }
        return intake.verdict();
    }
}
