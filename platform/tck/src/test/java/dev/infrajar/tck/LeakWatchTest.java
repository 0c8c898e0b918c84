// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import org.junit.jupiter.api.Test;

class LeakWatchTest {
    @Test
    void findsBufferThatWasDropped() {
        try (LeakWatch watch = new LeakWatch()) {
            dropBuffer();
            assertThat(watch.leaks()).isNotEmpty();
        }
    }

    @Test
    void isSilentAboutReleasedBuffers() {
        try (LeakWatch watch = new LeakWatch()) {
            ByteBufAllocator.DEFAULT.directBuffer(1).release();
            assertThat(watch.leaks()).isEmpty();
        }
    }

    private static void dropBuffer() {
        ByteBufAllocator.DEFAULT.directBuffer(1).writeByte(1);
    }
}
