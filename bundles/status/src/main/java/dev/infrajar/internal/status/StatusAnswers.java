// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import dev.infrajar.internal.status.document.Answer;
import dev.infrajar.internal.status.document.StatusDocument;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.StatusQuery;
import dev.infrajar.net.core.StatusReply;
import dev.infrajar.net.core.StatusResponder;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers pings, after plugins have seen it.
 *
 * @param known for hosts that lead to a server
 * @param own for the others
 * @param listeners those who want to see answers; empty when nobody does
 */
record StatusAnswers(KnownServerAnswers known, OwnAnswers own, Supplier<Optional<EventDispatcher>> listeners)
        implements StatusResponder {
    @Override
    public Optional<StatusReply> answerNow(StatusQuery query) {
        Answer answer = listeners.get().isPresent() ? null : now(query);
        return answer == null ? Optional.empty() : Optional.of(reply(query, answer));
    }

    private @Nullable Answer now(StatusQuery query) {
        Optional<ServerDefinition> server = query.server();
        return server.isPresent() ? known.now(query, server.get()) : own.ofProxy(query);
    }

    @Override
    public StatusReply answer(StatusQuery query) {
        Optional<ServerDefinition> server = query.server();
        Answer answer = server.isPresent() ? known.answer(query, server.get()) : own.ofProxy(query);
        return listeners
                .get()
                .map(dispatcher -> reply(query, ListenerPass.through(dispatcher, query, answer.document())))
                .orElseGet(() -> reply(query, answer));
    }

    private static StatusReply reply(StatusQuery query, Answer answer) {
        return query.isLegacy() ? answer.legacy() : answer.json();
    }

    private static StatusReply reply(StatusQuery query, StatusDocument document) {
        return query.isLegacy() ? document.toLegacy() : StatusReply.Json.of(document.toText());
    }
}
