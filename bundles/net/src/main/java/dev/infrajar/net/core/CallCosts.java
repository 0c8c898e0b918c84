// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.util.List;

/** What calls into plugins cost. A service of each bundle that calls them; thread-safe, nothing blocks. */
public interface CallCosts {
    /**
     * What each service of a plugin has cost so far.
     *
     * @return one entry for each that is registered now, in call order
     */
    List<ListenerCost> costs();

    /**
     * The services that are not used, or not as they ask to be.
     *
     * @return one entry for each fault
     */
    default List<FaultyService> faults() {
        return List.of();
    }

    /**
     * Whether every call is timed, or a sample.
     *
     * @return {@code true} where there is nothing to choose
     */
    default boolean isEveryCallTimed() {
        return true;
    }

    /**
     * Times every call from now on, or a sample. Takes effect at once, in running sessions too; without effect where every call is
     * timed anyway.
     *
     * @param every whether every call
     */
    default void timeEveryCall(boolean every) {}
}
