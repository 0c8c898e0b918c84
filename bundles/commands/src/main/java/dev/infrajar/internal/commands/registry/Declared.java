// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.registry;

import dev.infrajar.api.command.CommandDeclaration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the service properties of a command say.
 *
 * @param serviceId {@code service.id}: who registered first has the lowest
 * @param bundle the symbolic name of its bundle
 * @param bundleId the bundle's number in this framework
 * @param name in lower case; any text if it is faulty
 * @param aliases in lower case
 * @param description one line
 * @param permission may be empty
 */
public record Declared(
        long serviceId,
        String bundle,
        long bundleId,
        String name,
        List<String> aliases,
        String description,
        String permission) {
    private static final Pattern WORD = Pattern.compile("[a-z0-9_-]{1,32}");
    private static final int MAX_DESCRIPTION = 200;

    /** Copies. */
    public Declared {
        aliases = List.copyOf(aliases);
    }

    /** Reads the properties; values of a wrong type count as missing. */
    public static Declared of(long serviceId, String bundle, long bundleId, Map<String, ?> properties) {
        return new Declared(
                serviceId,
                bundle,
                bundleId,
                lower(text(properties, "name")),
                texts(properties, "aliases").stream().map(Declared::lower).toList(),
                cut(text(properties, "description").lines().findFirst().orElse("")),
                text(properties, "permission"));
    }

    private static String text(Map<String, ?> properties, String name) {
        return properties.get(CommandDeclaration.PREFIX_ + name) instanceof String text ? text : "";
    }

    private static List<String> texts(Map<String, ?> properties, String name) {
        @Nullable Object value = properties.get(CommandDeclaration.PREFIX_ + name);
        return switch (value) {
            case String text -> List.of(text);
            case String[] texts -> Arrays.asList(texts);
            case null, default -> List.of();
        };
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static String cut(String line) {
        return line.length() <= MAX_DESCRIPTION ? line : line.substring(0, MAX_DESCRIPTION);
    }

    /** Why it cannot be offered; empty if it can. */
    String fault() {
        if (name.isEmpty()) {
            return "it declares no name: @CommandDeclaration is missing";
        }
        if (!WORD.matcher(name).matches()) {
            return "its name '" + name + "' must match " + WORD;
        }
        return aliases.stream()
                .filter(alias -> !WORD.matcher(alias).matches())
                .findFirst()
                .map(alias -> "its alias '" + alias + "' must match " + WORD)
                .orElse("");
    }
}
