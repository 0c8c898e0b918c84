// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.encryption.jdk;

import dev.infrajar.net.encryption.EncryptionFactory;
import dev.infrajar.net.encryption.EncryptionKind;
import dev.infrajar.net.encryption.StreamCipher;
import org.osgi.service.component.annotations.Component;

/** The encryption that is always there. */
@Component
@EncryptionKind(EncryptionKind.JDK)
public final class JdkEncryptionFactory implements EncryptionFactory {
    @Override
    public StreamCipher newEncryptor(byte[] secret) {
        return new SerialCipher(secret);
    }

    @Override
    public StreamCipher newDecryptor(byte[] secret) {
        return new ParallelDecryptor(secret);
    }
}
