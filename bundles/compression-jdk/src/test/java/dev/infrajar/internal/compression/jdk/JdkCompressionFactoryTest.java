// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.jdk;

import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.tck.CompressionContract;

class JdkCompressionFactoryTest extends CompressionContract {
    @Override
    protected CompressionFactory factory() {
        return new JdkCompressionFactory(() -> 4);
    }
}
