// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.encryption.jdk;

import dev.infrajar.net.encryption.EncryptionFactory;
import dev.infrajar.tck.EncryptionContract;

class JdkEncryptionFactoryTest extends EncryptionContract {
    @Override
    protected EncryptionFactory factory() {
        return new JdkEncryptionFactory();
    }
}
