// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.time.Instant;

/**
 * A bundle in the framework.
 *
 * @param id its number
 * @param symbolicName its name
 * @param version its version
 * @param location where it was installed from; plugins begin with {@link #PLUGIN}
 * @param state for people: {@code active}, {@code starting}, ...
 * @param modified when it was installed or updated
 */
record Installed(long id, String symbolicName, BundleVersion version, String location, String state, Instant modified) {
    /** The scheme of the locations of plugins; the file's name follows. */
    static final String PLUGIN = "plugin:";

    static final String ACTIVE = "active";

    boolean isPlugin() {
        return location.startsWith(PLUGIN);
    }

    boolean isActive() {
        return state.equals(ACTIVE);
    }

    /** The name of its file. */
    String fileName() {
        String path = isPlugin() ? location.substring(PLUGIN.length()) : location;
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String title() {
        return symbolicName + " " + version;
    }
}
