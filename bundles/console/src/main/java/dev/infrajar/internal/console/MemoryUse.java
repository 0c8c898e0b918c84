// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The memory of this process, in bytes.
 *
 * @param heapUsed live and not yet collected objects
 * @param heapMax the heap's limit; negative for none
 * @param direct memory of direct buffers, those of Netty included: on JDK 25 it allocates them through the JDK
 * @param resident the resident set, where {@code /proc} tells
 */
record MemoryUse(long heapUsed, long heapMax, long direct, OptionalLong resident) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double MIB = 1024.0 * 1024.0;
    private static final int KIB = 1024;

    static MemoryUse now() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new MemoryUse(heap.getUsed(), heap.getMax(), directBytes(), residentBytes(STATUS));
    }

    String text() {
        String heap = "heap " + mib(heapUsed) + (heapMax < 0 ? "" : " of " + mib(heapMax));
        return heap + ", direct " + mib(direct) + (resident.isPresent() ? ", RSS " + mib(resident.getAsLong()) : "");
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / MIB);
    }

    private static long directBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    /** {@code VmRSS} of proc_pid_status(5), which is in KiB. */
    static OptionalLong residentBytes(Path status) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty(); // not Linux
        }
    }
}
