// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.names.Deadline;

/** What an attempt fails with that had no answer in time. */
final class TooLate extends Exception {
    private static final long serialVersionUID = 1L;

    TooLate(Deadline deadline) {
        super("no answer within " + deadline, null, false, false);
    }
}
