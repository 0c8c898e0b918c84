// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.forward;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** The service property {@code forwarder.kind} of a {@link ForwarderFactory}. */
@ComponentPropertyType
public @interface ForwarderKind {
    /** The kind that keeps bytes in the kernel. */
    String SPLICE = "splice";

    /** The kind that copies bytes, on every platform. */
    String COPY = "copy";

    /**
     * The kind: what the planner chooses by.
     *
     * @return a lower-case word
     */
    String value();
}
