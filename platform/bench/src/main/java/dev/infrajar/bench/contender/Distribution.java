// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The proxy's zip. */
public final class Distribution {
    private static final String PROGRAM = "bin/infrajar";

    private final Path zip;

    /** Reads a zip. */
    public Distribution(Path zip) {
        this.zip = zip;
    }

    /**
     * The zip that the build has made.
     *
     * @param folder {@code distribution/target}
     * @return the newest; empty if there is none
     */
    public static Optional<Distribution> find(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("infrajar-.*\\.zip"))
                    .max((a, b) ->
                            Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
                    .map(Distribution::new);
        }
    }

    /** Its file name. */
    public String name() {
        return zip.getFileName().toString();
    }

    /**
     * Unpacks it.
     *
     * @param folder an empty one
     * @return the folder that holds {@code bin/}
     * @throws IOException if it is no zip, or holds no program
     */
    public Path unpack(Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                extract(in, entry, folder);
            }
        }
        Path root = root(folder);
        makeExecutable(root.resolve("bin"));
        return root;
    }

    private static void extract(InputStream in, ZipEntry entry, Path folder) throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("the zip has an entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(in, file);
        }
    }

    private static Path root(Path folder) throws IOException {
        try (Stream<Path> tops = Files.list(folder)) {
            return tops.filter(top -> Files.isRegularFile(top.resolve(PROGRAM)))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the zip has no */" + PROGRAM));
        }
    }

    // java.util.zip does not carry file modes.
    private static void makeExecutable(Path bin) throws IOException {
        try (Stream<Path> files = Files.list(bin)) {
            List<Path> stubborn =
                    files.filter(file -> !file.toFile().setExecutable(true)).toList();
            if (!stubborn.isEmpty()) {
                throw new IOException("cannot make executable: " + stubborn);
            }
        }
    }
}
