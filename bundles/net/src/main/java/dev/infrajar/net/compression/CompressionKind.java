// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.compression;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** The service property {@code compression.kind} of a {@link CompressionFactory}. */
@ComponentPropertyType
public @interface CompressionKind {
    /** The JDK's zlib: on every platform. */
    String JDK = "jdk";

    /** The C library libdeflate. */
    String LIBDEFLATE = "libdeflate";

    /**
     * The kind, for people.
     *
     * @return a lower-case word
     */
    String value();
}
