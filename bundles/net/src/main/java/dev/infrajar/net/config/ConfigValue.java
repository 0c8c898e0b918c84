// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.config;

import dev.infrajar.net.core.Registration;
import java.util.Optional;

/**
 * The valid value of one section of {@code infrarust.toml}. A service, found by its property {@link #SECTION}; it exists
 * while the whole configuration is valid and the section's bundle is installed.
 *
 * @param <T> the section's record
 */
public interface ConfigValue<T> {
    /** The service property that holds the section's id. */
    String SECTION = "infrajar.section";

    /**
     * The value in force. Reads a volatile field; callable from any thread.
     *
     * @return an immutable record; a reload puts another one in its place
     */
    T get();

    /**
     * Tells of each reload that has changed the value, from now on. A change that was not put into force whole is called
     * at each reload until it is.
     *
     * @param change called on the thread that reloads, after {@link #get()} gives the new value; calls never overlap
     * @return ends the calls
     */
    Registration onChange(Change<T> change);

    /**
     * Puts a changed value into force where {@link #get()} alone does not.
     *
     * @param <T> the section's record
     */
    @FunctionalInterface
    interface Change<T> {
        /**
         * Called with the new value. May block for seconds; what it throws is logged and reported with the reload.
         *
         * @param now the value in force
         * @return empty when all of it is in force; else what is not, and why, for example {@code bind: port 25566 is in use}
         */
        Optional<String> apply(T now);
    }
}
