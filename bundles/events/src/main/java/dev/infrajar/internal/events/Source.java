// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import org.jspecify.annotations.Nullable;

/**
 * Where the object of a listener comes from. Called on threads of its plugin only: the first call may run the plugin's
 * constructor, which may do anything.
 *
 * @param <L> the listener interface
 */
interface Source<L> {
    /** Obtains the object, which may create it; {@code null} when that failed or the service has gone. */
    @Nullable
    L obtain();

    /** Gives back an object that is not going to be used. */
    void giveBack(L listener);
}
