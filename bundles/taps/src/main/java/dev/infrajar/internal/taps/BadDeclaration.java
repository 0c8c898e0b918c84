// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import java.io.Serial;

/** A declaration that cannot be used; the message says why, in one line. */
final class BadDeclaration extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    BadDeclaration(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
