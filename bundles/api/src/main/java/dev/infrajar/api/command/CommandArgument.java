// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.command;

import java.util.regex.Pattern;

/**
 * One argument of a command.
 *
 * @param name what players see, lower-case letters, digits, dashes and underscores, at most 32
 * @param kind what it may be
 * @param isOptional whether it may be missing
 */
public record CommandArgument(String name, Kind kind, boolean isOptional) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,32}");

    /** What an argument may be. */
    public enum Kind {
        /** Anything without a space. */
        WORD,
        /** A whole number of {@code int}'s range. */
        INTEGER,
        /** All the rest of the line. */
        TEXT
    }

    /** Checks the name. */
    public CommandArgument {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("an argument called '" + name + "', must match " + NAME);
        }
    }

    /**
     * An argument without spaces.
     *
     * @param name what players see
     * @return a needed argument
     */
    public static CommandArgument word(String name) {
        return new CommandArgument(name, Kind.WORD, false);
    }

    /**
     * A whole number.
     *
     * @param name what players see
     * @return a needed argument
     */
    public static CommandArgument integer(String name) {
        return new CommandArgument(name, Kind.INTEGER, false);
    }

    /**
     * The rest of the line.
     *
     * @param name what players see
     * @return a needed argument
     */
    public static CommandArgument text(String name) {
        return new CommandArgument(name, Kind.TEXT, false);
    }

    /**
     * The same argument, which may be missing.
     *
     * @return a copy
     */
    public CommandArgument optional() {
        return new CommandArgument(name, kind, true);
    }
}
