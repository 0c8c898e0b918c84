// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs inside the measured JVM: collects twice, then writes heap and direct memory in use to a file. The second
 * collection frees what cleaners have let go after the first. The class stands alone: it is sent as a jar of one class.
 */
public final class LiveMemoryAgent {
    private static final String NETTY_COUNTER = "io.netty.util.internal.PlatformDependent";

    private LiveMemoryAgent() {}

    /**
     * What the JVM calls when the agent is loaded.
     *
     * @param file takes the sum of heap and direct memory, bytes, as a decimal number
     * @param jvm finds Netty's counter whatever class loader holds it
     */
    public static void agentmain(String file, Instrumentation jvm) throws IOException {
        System.gc();
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        // Netty's buffers show in the JDK's pool or not, depending on how it allocates: never count them twice.
        long direct = Math.max(jdkDirectBytes(), nettyDirectBytes(jvm));
        Files.writeString(Path.of(file), Long.toString(heap + direct));
    }

    private static long jdkDirectBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    private static long nettyDirectBytes(Instrumentation jvm) {
        return Arrays.stream(jvm.getAllLoadedClasses())
                .filter(type -> type.getName().equals(NETTY_COUNTER))
                .mapToLong(LiveMemoryAgent::usedDirectMemory)
                .sum();
    }

    private static long usedDirectMemory(Class<?> platformDependent) {
        try {
            return (long) platformDependent.getMethod("usedDirectMemory").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Netty no longer counts its direct memory as it did", e);
        }
    }
}
