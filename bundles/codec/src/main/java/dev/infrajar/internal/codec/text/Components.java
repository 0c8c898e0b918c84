// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.text;

import dev.infrajar.net.wire.WireException;
import java.util.function.Function;
import net.kyori.adventure.text.Component;
import org.jspecify.annotations.Nullable;

/** The one place where the library meets what a peer has sent. */
final class Components {
    private Components() {}

    static <T> Component parse(T source, Function<T, @Nullable Component> parser) {
        try {
            Component text = parser.apply(source);
            if (text != null) {
                return text;
            }
        } catch (RuntimeException e) {
            // Parse errors, bad keys, bad numbers, wrong kinds of elements: the library has an exception for each.
            throw WireException.MALFORMED_TEXT;
        }
        throw WireException.MALFORMED_TEXT;
    }
}
