// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Other words for a constant of an enum that is the type of a key, besides its own name in snake_case. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface AlsoWritten {
    /**
     * The words.
     *
     * @return as they stand in a file
     */
    String[] value();
}
