// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.proc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the figures come from.
 *
 * @param cpuModel the processor's name
 * @param cores processors this process may use
 * @param memoryBytes the machine's memory
 * @param kernel name and release
 * @param loadAverage processes that wanted to run in the last minute: other work on the machine, when read first
 */
public record Machine(String cpuModel, int cores, long memoryBytes, String kernel, double loadAverage) {
    private static final String MODEL = "model name";
    private static final String MEMORY = "MemTotal:";
    private static final long KIBIBYTE = 1024;

    /**
     * The machine this process runs on.
     *
     * @throws IOException if {@code /proc} is not there: not Linux
     */
    public static Machine here() throws IOException {
        return new Machine(
                cpuModel(Files.readString(Path.of("/proc/cpuinfo"))),
                Runtime.getRuntime().availableProcessors(),
                memoryBytes(Files.readString(Path.of("/proc/meminfo"))),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                loadAverage(Files.readString(Path.of("/proc/loadavg"))));
    }

    /** The first processor's name in the text of {@code /proc/cpuinfo}; some architectures give none. */
    static String cpuModel(String cpuInfo) {
        return cpuInfo.lines()
                .filter(line -> line.startsWith(MODEL))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    /** The total in the text of {@code /proc/meminfo}; 0 if it is not there. */
    static long memoryBytes(String memInfo) {
        return memInfo.lines()
                .filter(line -> line.startsWith(MEMORY))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(kibibytes -> Long.parseLong(kibibytes) * KIBIBYTE)
                .findFirst()
                .orElse(0);
    }

    /** The one-minute figure in the text of {@code /proc/loadavg}. */
    static double loadAverage(String loadAvg) {
        return Double.parseDouble(loadAvg.substring(0, loadAvg.indexOf(' ')));
    }
}
