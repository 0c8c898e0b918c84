// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.tck.CompressionContract;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JdkCompressionFactoryTest extends CompressionContract {
    @Override
    protected CompressionFactory factory() {
        return new JdkCompressionFactory(() -> 4);
    }

    @Test
    void saysTheLevelInForce() {
        AtomicInteger configured = new AtomicInteger(4);
        CompressionFactory factory = new JdkCompressionFactory(configured::get);

        configured.set(9);

        assertThat(factory.level()).isEqualTo(9);
    }
}
