// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one key: a component of a {@link ConfigSection} record or of a record nested in it. The key's name is the
 * component's name in snake_case ({@code maxConnections} is {@code max_connections}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    /**
     * What the key means, for {@code docs/configuration.md}.
     *
     * @return one or two sentences
     */
    String doc();

    /**
     * The value when the key is missing, in TOML: {@code "\"5s\""}, {@code "0"}, {@code "[]"}, {@code "{}"}. Empty: the key is
     * required, or its type is {@link java.util.Optional}.
     *
     * @return a TOML value, or empty
     */
    String byDefault() default "";

    /**
     * Whether a change takes effect at the next start only. A reload names such keys; the documentation says so.
     *
     * @return {@code false} for keys that change live
     */
    boolean atStartOnly() default false;
}
