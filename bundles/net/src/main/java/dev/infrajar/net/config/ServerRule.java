// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.config;

import dev.infrajar.net.core.ServerDefinition;
import java.util.Optional;

/**
 * A rule between a part of a server file and the rest of it. Implemented by the record of a section of server files; asked
 * when the file is read, if it has a key of that section.
 */
@FunctionalInterface
public interface ServerRule {
    /**
     * Checks that the part fits. Does not block; callable from any thread.
     *
     * @param server the definition with all its parts
     * @return empty if it does
     */
    Optional<Problem> problem(ServerDefinition server);

    /**
     * What does not fit.
     *
     * @param key the key at the top of the file whose place is shown
     * @param message key, value and rule
     */
    record Problem(String key, String message) {}
}
