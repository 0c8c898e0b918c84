// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import dev.infrajar.api.event.StatusAnswer;
import dev.infrajar.api.event.StatusEvent;
import dev.infrajar.internal.status.document.AnswerView;
import dev.infrajar.internal.status.document.StatusDocument;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.StatusQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows an answer to the plugins that want to see it, and takes over what they change. */
final class ListenerPass {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerPass.class);

    private ListenerPass() {}

    /** Blocks within the time limits of the listeners. */
    static StatusDocument through(EventDispatcher events, StatusQuery query, StatusDocument document) {
        AnswerView view = AnswerView.of(document);
        StatusAnswer after = events.status(new StatusEvent(
                query.client(),
                query.virtualHost(),
                query.protocol(),
                query.isLegacy(),
                query.server().map(ServerDefinition::id),
                view.answer()));
        if (after.equals(view.answer())) {
            return document;
        }
        StatusDocument changed = view.changedTo(after, ClientVersion.protocolFor(query));
        if (changed.fitsPacket()) {
            return changed;
        }
        LOG.warn(
                "What plugins made of a status answer has more than {} characters; it is sent as it was before",
                StatusDocument.MAX_CHARS);
        return document;
    }
}
