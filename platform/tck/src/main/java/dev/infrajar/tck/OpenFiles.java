// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The sockets and pipes this process has open, as Linux shows them in {@code proc(5)}. */
final class OpenFiles {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private OpenFiles() {}

    static boolean canBeCounted() {
        return Files.isDirectory(DESCRIPTORS);
    }

    /** Counts sockets and pipes; other files come and go with the class loader. */
    static long count() {
        try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            return descriptors
                    .map(OpenFiles::target)
                    .filter(OpenFiles::isSocketOrPipe)
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSocketOrPipe(String target) {
        return target.startsWith("socket:") || target.startsWith("pipe:");
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }
}
