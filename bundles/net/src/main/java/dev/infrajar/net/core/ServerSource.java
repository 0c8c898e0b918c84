// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.util.List;
import java.util.function.Consumer;

/** Where server definitions come from: a folder of files, a container engine. A service of each provider. */
public interface ServerSource {
    /**
     * Gives the definitions, now and whenever they change. The first call comes before this method returns; calls never
     * overlap.
     *
     * @param sink takes each complete, ordered list; does not block and does not fail
     * @return ends the calls
     */
    Registration subscribe(Consumer<List<ServerDefinition>> sink);
}
