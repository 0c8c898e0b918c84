// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.registry;

import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.format.NamedTextColor;
import net.kyori.adventure.text.format.TextColor;

/** The texts of answers: a golden prefix, and a colour that says what kind of answer it is. */
public final class Answers {
    private static final Component PREFIX = Component.text("[Infrarust] ", NamedTextColor.GOLD);

    private Answers() {}

    /** Done. */
    public static Component success(String text) {
        return prefixed(text, NamedTextColor.GREEN);
    }

    /** Not done, and why. */
    public static Component error(String text) {
        return prefixed(text, NamedTextColor.RED);
    }

    /** The head of an answer. */
    public static Component info(String text) {
        return prefixed(text, NamedTextColor.YELLOW);
    }

    /** A line of an answer, without the prefix. */
    public static Component detail(String text) {
        return Component.text(text, NamedTextColor.GRAY);
    }

    /** The refusal. */
    public static Component noPermission() {
        return error("You don't have permission.");
    }

    private static Component prefixed(String text, TextColor colour) {
        return PREFIX.append(Component.text(text, colour));
    }
}
