// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.proc;

/**
 * The memory of a process, from {@code /proc/PID/status}.
 *
 * @param residentBytes the resident set: anonymous, file and shared pages in memory
 * @param peakBytes the largest resident set so far
 */
public record ProcStatus(long residentBytes, long peakBytes) {
    private static final String RESIDENT = "VmRSS:";
    private static final String PEAK = "VmHWM:";
    private static final String UNIT = " kB";
    private static final long UNIT_BYTES = 1024;

    /**
     * Reads the file's text.
     *
     * @throws IllegalArgumentException if it names no resident set, as for a process that has ended
     */
    public static ProcStatus parse(String text) {
        return new ProcStatus(bytes(text, RESIDENT), bytes(text, PEAK));
    }

    private static long bytes(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name) && line.endsWith(UNIT))
                .map(line -> line.substring(name.length(), line.length() - UNIT.length())
                        .strip())
                .mapToLong(kibibytes -> Long.parseLong(kibibytes) * UNIT_BYTES)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no resident set in /proc/PID/status"));
    }
}
