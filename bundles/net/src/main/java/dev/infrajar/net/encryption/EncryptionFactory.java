// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.encryption;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes the ciphers of connections. A service with the property of {@link EncryptionKind}; thread-safe, long-lived. What it has
 * made goes on working after its bundle has been stopped, and is freed by whoever closes it.
 */
@ConsumerType
public interface EncryptionFactory {
    /** The length of the secret, in bytes. */
    int SECRET_BYTES = 16;

    /**
     * The cipher for what is sent to a client. Does not block.
     *
     * @param secret {@value #SECRET_BYTES} bytes; not kept, not changed
     * @return to be closed by the caller
     */
    StreamCipher newEncryptor(byte[] secret);

    /**
     * The cipher for what a client sends. Does not block.
     *
     * @param secret {@value #SECRET_BYTES} bytes; not kept, not changed
     * @return to be closed by the caller
     */
    StreamCipher newDecryptor(byte[] secret);
}
