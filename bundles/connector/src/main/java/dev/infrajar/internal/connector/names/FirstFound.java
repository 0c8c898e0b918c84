// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import java.util.List;

/**
 * Asks one after the other until one has found something.
 *
 * @param lookups at least one; the last has the last word on why nothing was found
 */
record FirstFound<V>(List<Lookup<V>> lookups) implements Lookup<V> {
    @Override
    public Answer<V> ask(String name) throws InterruptedException {
        Answer<V> last = new Answer.Failed<>("nobody to ask");
        for (Lookup<V> lookup : lookups) {
            last = lookup.ask(name);
            if (last instanceof Answer.Found) {
                return last;
            }
        }
        return last;
    }
}
