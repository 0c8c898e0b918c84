// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import dev.infrajar.internal.status.document.Answer;
import dev.infrajar.internal.status.document.StatusDocument;
import dev.infrajar.net.core.StatusReply;

/**
 * An answer of ours for one client.
 *
 * @param prebuilt all but the numbers
 * @param numbers the numbers
 */
record SyntheticAnswer(PrebuiltAnswer prebuilt, PrebuiltAnswer.Numbers numbers) implements Answer {
    @Override
    public StatusReply.Json json() {
        return prebuilt.json(numbers);
    }

    @Override
    public StatusReply.Legacy legacy() {
        return prebuilt.legacy(numbers);
    }

    @Override
    public StatusDocument document() {
        return prebuilt.document(numbers);
    }
}
