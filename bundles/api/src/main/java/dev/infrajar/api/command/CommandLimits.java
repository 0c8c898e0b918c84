// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.command;

import java.time.Duration;

/** The limits that hold for every plugin's commands. */
public final class CommandLimits {
    /** The time a {@link Command#execute} has. */
    public static final Duration EXECUTE = Duration.ofSeconds(5);

    /** The time a {@link Command#complete} has; whoever types does not wait longer for a list. */
    public static final Duration COMPLETE = Duration.ofMillis(500);

    /** The time a {@link Command#arguments} has. */
    public static final Duration ARGUMENTS = Duration.ofSeconds(3);

    /** The time one answer about a permission has. */
    public static final Duration PERMISSION = Duration.ofMillis(500);

    /** The commands of one player that may wait for the one that runs; a further one is refused. */
    public static final int WAITING_PER_PLAYER = 8;

    private CommandLimits() {}
}
