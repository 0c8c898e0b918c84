// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import java.time.Duration;

/** Runs something later. */
@FunctionalInterface
public interface Timer {
    /** Runs a task once, on a virtual thread of its own; never if the timer ends before. */
    void after(Duration delay, Runnable task);
}
