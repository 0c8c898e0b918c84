// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** Reads a jar without loading any of its classes. */
final class JarReader {
    private static final String NETTY = "io/netty/";
    private static final String TIER_N = "dev.infrajar.net";

    /** What reading a jar gave. */
    sealed interface Reading {
        /** The jar is complete. */
        record Complete(JarFacts facts) implements Reading {}

        /** The jar is broken, or somebody still writes it. */
        record Incomplete(String reason) implements Reading {}

        /** The jar is complete, and its manifest makes no sense. */
        record Malformed(String reason) implements Reading {}
    }

    private JarReader() {}

    /**
     * Reads the whole file. A zip's table of contents stands at its end, so most half-copied files have none; the
     * checksums find the others.
     */
    static Reading read(Path file) {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                return new Reading.Incomplete("it has no manifest");
            }
            List<String> classPath = classPath(manifest.getMainAttributes());
            boolean netty = false;
            for (ZipEntry entry : jar.stream().toList()) {
                verify(jar, entry);
                netty |= isNetty(jar, entry, classPath);
            }
            return new Reading.Complete(facts(manifest.getMainAttributes(), netty));
        } catch (IllegalArgumentException e) {
            return new Reading.Malformed("its manifest cannot be read: " + e.getMessage());
        } catch (IOException | SecurityException e) {
            return new Reading.Incomplete(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static void verify(JarFile jar, ZipEntry entry) throws IOException {
        try (CheckedInputStream content = new CheckedInputStream(jar.getInputStream(entry), new CRC32())) {
            content.transferTo(OutputStream.nullOutputStream());
            if (entry.getCrc() >= 0 && entry.getCrc() != content.getChecksum().getValue()) {
                throw new IOException(entry.getName() + " in it is damaged");
            }
        }
    }

    /** {@code Bundle-ClassPath}: names of jars and folders inside the jar, {@code .} for the jar itself. */
    private static List<String> classPath(Attributes headers) {
        List<String> paths = ManifestHeader.parse(headers.getValue("Bundle-ClassPath")).stream()
                .flatMap(clause -> clause.paths().stream())
                .toList();
        return paths.isEmpty() ? List.of(".") : paths;
    }

    private static boolean isNetty(JarFile jar, ZipEntry entry, List<String> classPath) throws IOException {
        if (classPath.contains(entry.getName()) && entry.getName().endsWith(".jar")) {
            try (InputStream content = jar.getInputStream(entry)) {
                return holdsNetty(content);
            }
        }
        return classPath.stream().anyMatch(path -> isNettyClass(entry.getName(), path));
    }

    private static boolean isNettyClass(String name, String folder) {
        String prefix = folder.equals(".") ? "" : folder.endsWith("/") ? folder : folder + "/";
        return name.startsWith(prefix + NETTY) && name.endsWith(".class");
    }

    private static boolean holdsNetty(InputStream content) throws IOException {
        try (JarInputStream inner = new JarInputStream(content, false)) {
            for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
                if (isNettyClass(entry.getName(), ".")) {
                    return true;
                }
            }
            return false;
        }
    }

    private static JarFacts facts(Attributes headers, boolean netty) {
        return new JarFacts(
                symbolicName(headers),
                version(headers.getValue("Bundle-Version")),
                headers.getValue("Fragment-Host") != null,
                imports(headers.getValue("Import-Package")),
                asksForTierN(headers),
                netty);
    }

    /** Without {@code Bundle-ManifestVersion: 2} the name means nothing to the framework. */
    private static Optional<String> symbolicName(Attributes headers) {
        return "2".equals(headers.getValue("Bundle-ManifestVersion"))
                ? ManifestHeader.parse(headers.getValue("Bundle-SymbolicName")).stream()
                        .flatMap(clause -> clause.paths().stream())
                        .findFirst()
                : Optional.empty();
    }

    private static BundleVersion version(@Nullable String header) {
        return header == null ? BundleVersion.ZERO : BundleVersion.parse(header);
    }

    private static List<PackageImport> imports(@Nullable String header) {
        List<PackageImport> imports = new ArrayList<>();
        for (ManifestHeader.Clause clause : ManifestHeader.parse(header)) {
            Map<String, String> attributes = clause.attributes();
            VersionInterval versions = VersionInterval.parse(attributes.getOrDefault("version", "0"));
            boolean optional = "optional".equals(clause.directives().get("resolution"));
            for (String name : clause.paths()) {
                imports.add(new PackageImport(name, versions, attributes, optional));
            }
        }
        return List.copyOf(imports);
    }

    private static boolean asksForTierN(Attributes headers) {
        return Stream.of("Import-Package", "DynamicImport-Package", "Require-Bundle")
                .flatMap(header -> ManifestHeader.parse(headers.getValue(header)).stream())
                .flatMap(clause -> clause.paths().stream())
                .anyMatch(name -> name.equals(TIER_N) || name.startsWith(TIER_N + "."));
    }
}
