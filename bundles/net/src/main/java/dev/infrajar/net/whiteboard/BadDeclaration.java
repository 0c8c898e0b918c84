// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.whiteboard;

import java.io.Serial;

/** A declaration that cannot be used; the message says why, in one line. */
public final class BadDeclaration extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * One without a stack trace.
     *
     * @param reason one line
     */
    public BadDeclaration(String reason) {
        super(reason, null, false, false);
    }

    /**
     * What is wrong.
     *
     * @return one line
     */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
