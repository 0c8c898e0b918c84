// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Texts for people about the parts of a server file that belong to other bundles. */
final class Texts {
    private Texts() {}

    /** {@code CRASHED} and {@code lastSeen}: {@code crashed} and {@code last seen}. */
    static String words(String name) {
        String apart = name.equals(name.toUpperCase(Locale.ROOT))
                ? name.replace('_', ' ')
                : name.replaceAll("(?<=.)(?=\\p{Upper})", " ");
        return apart.toLowerCase(Locale.ROOT);
    }

    /** The name of a section's record without what all of them end in. */
    static String title(Object part) {
        return words(part.getClass().getSimpleName().replaceAll("(Config|Keys|Section)$", ""));
    }

    /** What a section says: tables by their names alone, other keys with their values; nothing for what is not set. */
    static List<String> contents(Object part) {
        List<String> contents = new ArrayList<>();
        RecordComponent[] components = part.getClass().getRecordComponents();
        for (RecordComponent component : components == null ? new RecordComponent[0] : components) {
            Object value = valueOf(component, part);
            Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            String name = words(component.getName());
            if (present instanceof Record) {
                contents.add(name);
            } else if (present != null && !(present instanceof Collection<?> all && all.isEmpty())) {
                contents.add(name + " " + present);
            }
        }
        return contents;
    }

    private static Object valueOf(RecordComponent component, Object of) {
        // Sections need not be public.
        component.getAccessor().setAccessible(true);
        try {
            return component.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the component " + component + " cannot be read", e);
        }
    }
}
