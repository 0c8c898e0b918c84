// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.core.StatusQuery;
import dev.infrajar.net.core.StatusReply;
import java.util.function.Supplier;

/** Answers for hosts that lead to no server. Never blocks; callable from any thread. */
final class UnknownServerAnswers {
    private static final MotdEntry PROXY = MotdEntry.of("An Infrajar proxy");

    private final Sessions sessions;
    private final Supplier<DefaultMotdConfig> config;
    private volatile PrebuiltAnswer prebuilt = PrebuiltAnswer.of(PROXY);

    UnknownServerAnswers(Sessions sessions, Supplier<DefaultMotdConfig> config) {
        this.sessions = sessions;
        this.config = config;
    }

    StatusReply reply(StatusQuery query) {
        int protocol = ClientVersion.protocolFor(query);
        return ClientVersion.isLegacy(query)
                ? current().legacy(protocol, sessions.count())
                : current().json(protocol, sessions.count());
    }

    StatusDocument document(StatusQuery query) {
        return current().document(ClientVersion.protocolFor(query), sessions.count());
    }

    /** Built again when the configuration has changed. Two threads may do so at once, with the same result. */
    private PrebuiltAnswer current() {
        MotdEntry entry = config.get().online().orElse(PROXY);
        PrebuiltAnswer answer = prebuilt;
        if (!answer.entry().equals(entry)) {
            answer = PrebuiltAnswer.of(entry);
            prebuilt = answer;
        }
        return answer;
    }
}
