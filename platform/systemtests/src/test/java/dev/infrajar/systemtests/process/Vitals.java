// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a JVM holds at this moment.
 *
 * @param peakResidentBytes the most memory it has had so far
 * @param sockets open ones, of any kind
 * @param threads those of the system; virtual ones are not among them
 */
public record Vitals(long peakResidentBytes, int sockets, int threads) {
    private static final long KIBIBYTE = 1024;

    /**
     * Reads them from /proc.
     *
     * @param process alive
     * @return the values of about this moment
     */
    public static Vitals of(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            String status = Files.readString(proc.resolve("status"));
            return new Vitals(
                    number(status, "VmHWM:") * KIBIBYTE, sockets(proc.resolve("fd")), (int) number(status, "Threads:"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long number(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    private static int sockets(Path descriptors) throws IOException {
        try (Stream<Path> all = Files.list(descriptors)) {
            return (int) all.filter(Vitals::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (NoSuchFileException closed) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Asks a JVM for its virtual threads; takes a JVM to start and so a second or more on a busy machine.
     *
     * @param process a JVM that runs on the JDK of this one
     * @return how many live
     */
    public static int virtualThreads(ProcessHandle process) {
        try {
            Path dump = Files.createTempFile("threads", ".txt");
            try {
                dumpThreads(process, dump);
                return countVirtual(dump);
            } finally {
                Files.delete(dump);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void dumpThreads(ProcessHandle process, Path file) throws IOException {
        try {
            int exitCode = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(process.pid()),
                            "Thread.dump_to_file",
                            "-overwrite",
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new AssertionError("jcmd ended with " + exitCode);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped while asking for threads", stopped);
        }
    }

    /** Lines of threads begin with their number; the word follows the name. */
    private static int countVirtual(Path dump) throws IOException {
        try (Stream<String> lines = Files.lines(dump)) {
            return (int) lines.filter(line -> line.matches("#\\d+ \".*\" virtual( .*)?"))
                    .count();
        }
    }
}
