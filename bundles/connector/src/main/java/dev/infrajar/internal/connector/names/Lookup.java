// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

/**
 * Asks somebody for the records of a name.
 *
 * @param <V> what the records say
 */
@FunctionalInterface
public interface Lookup<V> {
    /**
     * Asks now. Blocks for as long as it takes; called on virtual threads, by several at a time.
     *
     * @param name a host name, or the name of a service
     */
    Answer<V> ask(String name) throws InterruptedException;
}
