// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

import dev.infrajar.net.core.ServerDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the log says of a server that does not answer pings: one line when it falls silent and one when it is back. A
 * server has one log however often its definition changes. Thread-safe.
 */
final class OutageLog {
    private static final Logger LOG = LoggerFactory.getLogger(OutageLog.class);

    private @Nullable ServerDefinition newest;
    private boolean hasAnswered;
    private boolean isSilent;

    /** From now on only what is found by this definition counts: what an old one leads to is no news of the server. */
    synchronized void follow(ServerDefinition server) {
        if (!server.equals(newest)) {
            newest = server;
            hasAnswered = false;
        }
    }

    /**
     * Tells what has changed. An unanswered question of a new key says nothing about a server that answers others: a client
     * may have invented it.
     */
    synchronized void report(Question question, Finding finding) {
        String serverId = question.server().id();
        if (!question.server().equals(newest)) {
            LOG.debug(
                    "By its old definition {} gave {}",
                    serverId,
                    finding.getClass().getSimpleName());
            return;
        }
        switch (finding) {
            case Finding.Shown _ -> reportAnswer(serverId);
            case Finding.Unreachable(String reason, boolean _) -> reportSilence(serverId, true, reason);
            case Finding.Nothing(String reason) -> reportSilence(serverId, question.isKnown() || !hasAnswered, reason);
        }
    }

    private void reportAnswer(String serverId) {
        if (isSilent) {
            LOG.info("Server {} answers pings again", serverId);
        }
        isSilent = false;
        hasAnswered = true;
    }

    private void reportSilence(String serverId, boolean isOfServer, String reason) {
        if (isOfServer && !isSilent) {
            isSilent = true;
            LOG.warn(
                    "Server {} does not answer pings: {}. The server list shows its last answer, or a text, until it does.",
                    serverId,
                    reason);
        } else {
            LOG.debug("No status from {}: {}", serverId, reason);
        }
    }
}
