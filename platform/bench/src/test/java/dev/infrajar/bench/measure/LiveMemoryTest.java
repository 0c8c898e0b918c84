// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LiveMemoryTest {
    private static final int HEAP_BYTES = 40_000_000;
    private static final int DIRECT_BYTES = 20_000_000;

    private final Path folder;

    LiveMemoryTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Holds some memory until its input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] none) throws IOException {
            byte[] heap = new byte[HEAP_BYTES];
            ByteBuffer direct = ByteBuffer.allocateDirect(DIRECT_BYTES);
            System.out.println("ready");
            int end = System.in.read();
            System.out.println(end + Arrays.hashCode(heap) + direct.capacity());
        }
    }

    @Test
    void sumsUpHeapAndDirectMemoryOfAnotherJvm() throws IOException, InterruptedException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(jvm.inputReader().readLine()).isEqualTo("ready");

            // The rest of a small JVM's heap is a few megabytes.
            assertThat(new LiveMemory(folder).bytes(jvm.pid()))
                    .isBetween(HEAP_BYTES + (long) DIRECT_BYTES, HEAP_BYTES + DIRECT_BYTES + 15_000_000L);
        } finally {
            jvm.destroyForcibly().waitFor();
        }
    }
}
