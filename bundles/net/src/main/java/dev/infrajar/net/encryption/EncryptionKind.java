// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.encryption;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** The service property {@code encryption.kind} of an {@link EncryptionFactory}. */
@ComponentPropertyType
public @interface EncryptionKind {
    /** The JDK's AES: on every platform. */
    String JDK = "jdk";

    /** OpenSSL's libcrypto. */
    String OPENSSL = "openssl";

    /**
     * The kind, for people.
     *
     * @return a lower-case word
     */
    String value();
}
