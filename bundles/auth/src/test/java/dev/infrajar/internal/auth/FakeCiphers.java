// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import dev.infrajar.net.encryption.EncryptionFactory;
import dev.infrajar.net.encryption.StreamCipher;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/** Ciphers that can be recognised and change nothing. */
final class FakeCiphers implements EncryptionFactory {
    private final List<byte[]> secrets = new ArrayList<>();

    /** A cipher of one library. */
    record FakeCipher(FakeCiphers factory, boolean isEncryptor, List<String> calls) implements StreamCipher {
        @Override
        public void apply(ByteBuf buffer) {
            calls.add("apply");
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }

    /** The secrets it was given. */
    List<byte[]> secrets() {
        return secrets;
    }

    @Override
    public StreamCipher newEncryptor(byte[] secret) {
        secrets.add(secret.clone());
        return new FakeCipher(this, true, new ArrayList<>());
    }

    @Override
    public StreamCipher newDecryptor(byte[] secret) {
        secrets.add(secret.clone());
        return new FakeCipher(this, false, new ArrayList<>());
    }
}
