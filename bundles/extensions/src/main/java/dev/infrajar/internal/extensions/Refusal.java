// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

/** A bundle cannot be installed, updated or removed; the message says why. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String reason) {
        super(reason, null, false, false);
    }
}
