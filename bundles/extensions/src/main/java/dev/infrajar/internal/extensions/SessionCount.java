// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.util.function.IntSupplier;

/** Counts the sessions that use objects of a bundle. */
@FunctionalInterface
interface SessionCount {
    /**
     * A counter for one class loader. It goes on counting the sessions of the bundle that held them when it was made, even
     * when that is the bundle which is exchanged.
     */
    IntSupplier holding(ClassLoader loader);
}
