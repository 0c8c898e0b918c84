// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.proc;

/**
 * The CPU time of a process, from a line of {@code /proc/PID/stat}. It covers all threads, living and ended (proc(5));
 * the sum of the two is exact to a tick even on kernels that sample the split.
 *
 * @param userTicks time in user mode, 1/100 s
 * @param systemTicks time in the kernel, 1/100 s
 */
public record ProcStat(long userTicks, long systemTicks) {
    /** Ticks per second that the kernel shows to user space: USER_HZ, 100 on x86-64 and AArch64. */
    private static final double TICKS_PER_SECOND = 100;

    // Fields 14 and 15, counted from field 3, which follows the command's closing parenthesis.
    private static final int USER_FIELD = 14 - 3;
    private static final int SYSTEM_FIELD = 15 - 3;

    /**
     * Reads a line. The command (field 2) may hold spaces and parentheses; the last parenthesis ends it.
     *
     * @throws IllegalArgumentException if it is no such line
     */
    public static ProcStat parse(String line) {
        String[] fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1);
        if (line.indexOf(')') < 0 || fields.length <= SYSTEM_FIELD) {
            throw new IllegalArgumentException("not a line of /proc/PID/stat: \"" + line + "\"");
        }
        return new ProcStat(Long.parseLong(fields[USER_FIELD]), Long.parseLong(fields[SYSTEM_FIELD]));
    }

    /** User and system time, seconds. */
    public double cpuSeconds() {
        return (userTicks + systemTicks) / TICKS_PER_SECOND;
    }
}
