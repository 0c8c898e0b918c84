// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

/** A value that breaks the rule of its type; the message is the rule alone: {@code must be true or false}. */
public final class BadValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /**
     * Creates it.
     *
     * @param rule what the value must be
     */
    public BadValue(String rule) {
        super(rule);
    }
}
