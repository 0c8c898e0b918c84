// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.proc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads CPU time and memory of a fixed set of processes, as sums.
 *
 * @param pids a proxy's processes: usually one
 */
public record ProcessGauge(List<Long> pids) {
    /** Copies the list. */
    public ProcessGauge {
        pids = List.copyOf(pids);
    }

    /** The gauge of this very process. */
    public static ProcessGauge self() {
        return new ProcessGauge(List.of(ProcessHandle.current().pid()));
    }

    /**
     * CPU time since the start, all threads, user and system.
     *
     * @return seconds
     * @throws IOException if a process has ended
     */
    public double cpuSeconds() throws IOException {
        double sum = 0;
        for (long pid : pids) {
            sum += ProcStat.parse(read(pid, "stat")).cpuSeconds();
        }
        return sum;
    }

    /**
     * The resident set at this moment.
     *
     * @return bytes
     * @throws IOException if a process has ended
     */
    public long residentBytes() throws IOException {
        long sum = 0;
        for (long pid : pids) {
            sum += ProcStatus.parse(read(pid, "status")).residentBytes();
        }
        return sum;
    }

    /**
     * The largest resident set since {@link #forgetPeak}, else since the start; the sum of all peaks.
     *
     * @return bytes
     * @throws IOException if a process has ended
     */
    public long peakResidentBytes() throws IOException {
        long sum = 0;
        for (long pid : pids) {
            sum += ProcStatus.parse(read(pid, "status")).peakBytes();
        }
        return sum;
    }

    /**
     * Lets the peaks begin anew with what is resident now.
     *
     * @throws IOException if a process has ended, or belongs to somebody else
     */
    public void forgetPeak() throws IOException {
        for (long pid : pids) {
            // 5 is the peak, by proc_pid_clear_refs(5).
            Files.writeString(Path.of("/proc", Long.toString(pid), "clear_refs"), "5");
        }
    }

    private static String read(long pid, String file) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(pid), file));
    }
}
