// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.document;

import dev.infrajar.net.core.StatusReply;
import java.util.Optional;

/**
 * A document with all forms ready to be sent.
 *
 * @param document the whole
 * @param json its bytes
 * @param legacy its parts
 */
public record Rendered(StatusDocument document, StatusReply.Json json, StatusReply.Legacy legacy) implements Answer {
    /** All forms of a document; empty when it is longer than a Status Response can be. */
    public static Optional<Rendered> of(StatusDocument document) {
        String text = document.toText();
        return text.length() > StatusDocument.MAX_CHARS
                ? Optional.empty()
                : Optional.of(new Rendered(document, StatusReply.Json.of(text), document.toLegacy()));
    }
}
