// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.node;

import dev.infrajar.systemtests.proxy.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The scripts with the packages they need, installed below target by {@code npm ci} at exactly the versions of the lock
 * file. Where node, npm or the registry is missing, the tests that need them are skipped and say so.
 */
final class NodeModules {
    private static final long INSTALL_LIMIT_SECONDS = 240;

    /** How npm and the operating system call a registry that cannot be reached. */
    private static final Pattern UNREACHABLE = Pattern.compile(
            "ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED");

    private sealed interface Result {
        record Installed(Path folder) implements Result {}

        record Missing(String reason) implements Result {}
    }

    private NodeModules() {}

    /**
     * A start of one of the scripts; the test is skipped when that is not possible here.
     *
     * @param script its file name
     * @param arguments what it is given
     * @return not started yet
     */
    static ProcessBuilder command(String script, List<String> arguments) {
        return switch (Once.RESULT) {
            case Result.Installed(Path folder) -> {
                List<String> words = Stream.concat(Stream.of("node", script), arguments.stream())
                        .toList();
                yield new ProcessBuilder(words).directory(folder.toFile());
            }
            case Result.Missing(String reason) -> {
                Assumptions.abort("no real npm client or server: " + reason);
                throw new IllegalStateException("unreachable: the line above ends the test");
            }
        };
    }

    private static final class Once {
        private static final Result RESULT = report(install());

        private static Result report(Result result) {
            if (result instanceof Result.Missing(String reason)) {
                System.out.println("SKIPPED: the tests with real npm clients and servers: " + reason);
            }
            return result;
        }
    }

    private static Result install() {
        if (!runs("node") || !runs("npm")) {
            return new Result.Missing("node or npm is not on the PATH");
        }
        try {
            Path folder = Files.createDirectories(Build.workFolder().resolve("node"));
            boolean isCurrent = Files.exists(folder.resolve("installed.json"))
                    && Files.mismatch(lockFile(Build.nodeScripts()), folder.resolve("installed.json")) == -1;
            copyScripts(folder);
            return isCurrent ? new Result.Installed(folder) : runNpm(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void copyScripts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Build.nodeScripts())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Result runNpm(Path folder) throws IOException {
        Path log = folder.resolve("npm.log");
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!hasEnded(npm)) {
            npm.descendants().forEach(ProcessHandle::destroyForcibly);
            npm.destroyForcibly();
            return new Result.Missing("npm ci took more than " + INSTALL_LIMIT_SECONDS + " s");
        }
        if (npm.exitValue() == 0) {
            Files.copy(lockFile(folder), folder.resolve("installed.json"), StandardCopyOption.REPLACE_EXISTING);
            return new Result.Installed(folder);
        }
        String output = Files.readString(log);
        if (UNREACHABLE.matcher(output).find()) {
            return new Result.Missing("npm ci cannot reach the registry");
        }
        throw new IllegalStateException("npm ci failed: " + output);
    }

    private static boolean runs(String program) {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return hasEnded(process) && process.exitValue() == 0;
        } catch (IOException notFound) {
            return false;
        }
    }

    private static boolean hasEnded(Process process) {
        try {
            return process.waitFor(INSTALL_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for npm", stopped);
        }
    }

    private static Path lockFile(Path folder) {
        return folder.resolve("package-lock.json");
    }
}
