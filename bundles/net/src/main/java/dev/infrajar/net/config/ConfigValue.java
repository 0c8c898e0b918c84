// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.config;

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
}
