// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.encryption.openssl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.infrajar.net.encryption.EncryptionFactory;
import dev.infrajar.tck.EncryptionContract;

class OpensslFactoryTest extends EncryptionContract {
    private static final LibrarySearch.Found FOUND = LibrarySearch.find();

    @Override
    protected EncryptionFactory factory() {
        assumeTrue(FOUND instanceof LibrarySearch.Found.Usable, "libcrypto is not installed: " + FOUND);
        return new OpensslFactory(((LibrarySearch.Found.Usable) FOUND).library());
    }
}
