// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.whiteboard;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The service properties by which a plugin declares what a service of it wants. Anything may be in them: what cannot be used is
 * named in a {@link BadDeclaration}.
 *
 * @param prefix what all their names begin with, for example {@code tap.}
 * @param properties by their full names
 */
public record DeclaredProperties(String prefix, Map<String, Object> properties) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MAX_ID_CHARS = 64;
    private static final int MAX_PRIORITY = 255;
    private static final int DEFAULT_PRIORITY = 128;

    /** Copies. */
    public DeclaredProperties {
        properties = Map.copyOf(properties);
    }

    /**
     * The id of the service.
     *
     * @return lower-case words with dashes
     * @throws BadDeclaration if there is none, or it is something else
     */
    public String id() throws BadDeclaration {
        if (!(properties.get(prefix + "id") instanceof String id)) {
            throw new BadDeclaration("it declares no " + prefix + "id");
        }
        return checkedId("id", id);
    }

    /**
     * Ids of other services.
     *
     * @param property without the prefix
     * @return none if it is absent
     * @throws BadDeclaration if one of them is no id
     */
    public List<String> ids(String property) throws BadDeclaration {
        List<String> ids = strings(property);
        for (String id : ids) {
            checkedId(property, id);
        }
        return ids;
    }

    /**
     * The priority of the service.
     *
     * @return 0..255; 128 if it is absent
     * @throws BadDeclaration if it is something else
     */
    public int priority() throws BadDeclaration {
        return number("priority", 0, MAX_PRIORITY, DEFAULT_PRIORITY);
    }

    /**
     * Whether what the service fails at goes on.
     *
     * @return {@code true} if that is not declared
     * @throws BadDeclaration if it is no boolean
     */
    public boolean failOpen() throws BadDeclaration {
        Object value = properties.getOrDefault(prefix + "failOpen", true);
        if (value instanceof Boolean isOpen) {
            return isOpen;
        }
        throw new BadDeclaration(prefix + "failOpen = " + clipped(value) + ", must be a boolean");
    }

    /**
     * A whole number.
     *
     * @param property without the prefix
     * @param min the least
     * @param max the greatest
     * @param byDefault if it is absent
     * @return the number
     * @throws BadDeclaration if it is something else
     */
    public int number(String property, int min, int max, int byDefault) throws BadDeclaration {
        Object value = properties.get(prefix + property);
        if (value == null) {
            return byDefault;
        }
        if (!(value instanceof Integer number) || number < min || number > max) {
            throw new BadDeclaration(
                    prefix + property + " = " + clipped(value) + ", must be an integer from " + min + " to " + max);
        }
        return number;
    }

    /**
     * A property of one or more texts: frameworks and authors write it as a string, an array or a collection.
     *
     * @param property without the prefix
     * @return none if it is absent
     * @throws BadDeclaration if it is something else
     */
    public List<String> strings(String property) throws BadDeclaration {
        return switch (properties.get(prefix + property)) {
            case null -> List.of();
            case String one -> List.of(one);
            case String[] several -> List.copyOf(Arrays.asList(several));
            case Collection<?> several
            when several.stream().allMatch(String.class::isInstance) ->
                several.stream().map(String.class::cast).toList();
            case Object other ->
                throw new BadDeclaration(prefix + property + " = " + clipped(other) + ", must be strings");
        };
    }

    /**
     * A value of a plugin in a message.
     *
     * @param value anything
     * @return at most a few words, without control characters
     */
    public static String clipped(Object value) {
        String text = String.valueOf(value).replaceAll("\\p{Cntrl}", "?");
        return text.length() <= MAX_ID_CHARS ? text : text.substring(0, MAX_ID_CHARS) + "...";
    }

    private String checkedId(String property, String id) throws BadDeclaration {
        if (id.length() > MAX_ID_CHARS || !ID.matcher(id).matches()) {
            throw new BadDeclaration(prefix + property + " = \"" + clipped(id)
                    + "\", must be lower-case words with dashes, at most " + MAX_ID_CHARS + " characters");
        }
        return id;
    }
}
