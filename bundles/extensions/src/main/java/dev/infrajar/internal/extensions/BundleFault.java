// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

/** The framework could not do what it was asked to. The message is for people. */
final class BundleFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean unresolved;

    /**
     * A fault.
     *
     * @param unresolved whether something that the bundle needs is missing
     */
    BundleFault(String message, boolean unresolved, Throwable cause) {
        super(message, cause);
        this.unresolved = unresolved;
    }

    boolean isUnresolved() {
        return unresolved;
    }
}
