// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.command;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** The service properties {@code command.*} of a {@link Command}. */
@ComponentPropertyType
public @interface CommandDeclaration {
    /** The prefix of the property names. */
    String PREFIX_ = "command.";

    /**
     * The word that calls it.
     *
     * @return letters, digits, dashes and underscores, at most 32; case does not matter
     */
    String name();

    /**
     * Other words that call it. One that is taken already is left out, and reported.
     *
     * @return as {@link #name}; none by default
     */
    String[] aliases() default {};

    /**
     * What it does, for lists of commands.
     *
     * @return one line
     */
    String description() default "";

    /**
     * What a player needs to see and call it. Administrators have all permissions.
     *
     * @return for example {@code example.command.hello}; empty: everybody may
     */
    String permission() default "";
}
