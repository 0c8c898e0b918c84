// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
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
 * @param jdkDirect direct buffers that the JDK counts
 * @param nettyDirect what Netty's default allocator holds outside the heap
 * @param resident the resident set, where {@code /proc} tells
 */
record MemoryUse(long heapUsed, long heapMax, long jdkDirect, long nettyDirect, OptionalLong resident) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double MIB = 1024.0 * 1024.0;
    private static final int KIB = 1024;

    static MemoryUse now() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new MemoryUse(
                heap.getUsed(), heap.getMax(), jdkDirectBytes(), nettyDirectBytes(), residentBytes(STATUS));
    }

    String text() {
        String heap = "heap " + mib(heapUsed) + (heapMax < 0 ? "" : " of " + mib(heapMax));
        String direct = ", direct " + mib(jdkDirect) + " (JDK) + " + mib(nettyDirect) + " (Netty)";
        return heap + direct + (resident.isPresent() ? ", RSS " + mib(resident.getAsLong()) : "");
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / MIB);
    }

    private static long jdkDirectBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    private static long nettyDirectBytes() {
        return ByteBufAllocator.DEFAULT instanceof ByteBufAllocatorMetricProvider allocator
                ? allocator.metric().usedDirectMemory()
                : 0;
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
