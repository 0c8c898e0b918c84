// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.filter;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** The service properties {@code filter.*} of a {@link TransportFilterFactory}. */
@ComponentPropertyType
public @interface FilterDeclaration {
    /** The prefix of the property names. */
    String PREFIX_ = "filter.";

    /**
     * Names the filter among all: others order themselves by it, and the console shows it.
     *
     * @return lower-case words with dashes
     */
    String id();

    /**
     * Ids of filters that are to be called after this one.
     *
     * @return none by default; unknown ones are allowed
     */
    String[] before() default {};

    /**
     * Ids of filters that are to be called before this one.
     *
     * @return none by default; unknown ones are allowed
     */
    String[] after() default {};

    /**
     * Orders filters that {@link #before} and {@link #after} leave open: lower ones are called first.
     *
     * @return 0..255
     */
    int priority() default 128;

    /**
     * What becomes of a connection that the filter fails at: it goes on if {@code true}, else it is closed.
     *
     * @return open by default
     */
    boolean failOpen() default true;
}
