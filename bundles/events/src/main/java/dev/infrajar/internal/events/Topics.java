// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a listener wants to hear of, where its kind tells topics apart.
 *
 * @param names none: everything
 */
record Topics(Set<String> names) {
    static final Topics ALL = new Topics(Set.of());

    Topics {
        names = Set.copyOf(names);
    }

    /** Reads a service property, which frameworks and authors write as a string, an array or a collection. */
    static Topics of(@Nullable Object property) {
        Stream<?> values =
                switch (property) {
                    case null -> Stream.empty();
                    case Object[] several -> Arrays.stream(several);
                    case Collection<?> several -> several.stream();
                    case Object one -> Stream.of(one);
                };
        return new Topics(values.map(String::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    boolean contain(String name) {
        return names.isEmpty() || names.contains(name);
    }
}
