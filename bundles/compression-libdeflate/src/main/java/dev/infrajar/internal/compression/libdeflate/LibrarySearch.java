// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.libdeflate;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/**
 * Looks for the C library: first the one that was shipped, then the system's.
 *
 * @param shipped the folder {@code native/} of the installation, which need not exist
 * @param systemNames what it is called where the system looks for libraries
 */
record LibrarySearch(Path shipped, List<String> systemNames) {
    /** Debian's and Fedora's name, then what development packages and macOS call it. */
    private static final List<String> SYSTEM_NAMES = List.of("libdeflate.so.0", "libdeflate.so", "libdeflate.dylib");

    /** By its usual names. */
    LibrarySearch(Path shipped) {
        this(shipped, SYSTEM_NAMES);
    }

    /** What a search gave. */
    sealed interface Found {
        /**
         * It is there.
         *
         * @param library ready for use
         * @param name where it was found
         */
        record Usable(Library library, String name) implements Found {}

        /**
         * It is not.
         *
         * @param reason every place with what went wrong, one line
         */
        record Nowhere(String reason) implements Found {}
    }

    /** A library that is found stays loaded until the process ends: native code is in use by sessions of any age. */
    Found find() {
        List<String> failures = new ArrayList<>();
        for (String name : candidates()) {
            try {
                return new Found.Usable(new Library(open(name)), name);
            } catch (IllegalArgumentException | NoSuchElementException | UnsatisfiedLinkError e) {
                failures.add(name + ": " + e.getMessage());
            }
        }
        return new Found.Nowhere(String.join("; ", failures));
    }

    private List<String> candidates() {
        List<String> all = new ArrayList<>();
        Path own = shipped.resolve(platform()).resolve(System.mapLibraryName("deflate"));
        if (Files.exists(own)) {
            all.add(own.toString());
        }
        all.addAll(systemNames);
        return all;
    }

    /** As Netty's classifiers: {@code linux-x86_64}, {@code linux-aarch_64}. */
    static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return (system.startsWith("mac") ? "osx" : system) + "-"
                + switch (processor) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "aarch_64";
                    default -> processor;
                };
    }

    @SuppressWarnings("restricted") // native access is what this bundle is for; the launcher allows it
    private static SymbolLookup open(String name) {
        return name.contains("/")
                ? SymbolLookup.libraryLookup(Path.of(name), Arena.global())
                : SymbolLookup.libraryLookup(name, Arena.global());
    }
}
