// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

import java.util.concurrent.CompletableFuture;

/** A question that pings wait for. */
final class Wait {
    private final Question question;
    private final CompletableFuture<Finding> finding = new CompletableFuture<>();

    /** How many; guarded by the line. */
    int pings;

    Wait(Question question) {
        this.question = question;
    }

    Question question() {
        return question;
    }

    CompletableFuture<Finding> finding() {
        return finding;
    }
}
