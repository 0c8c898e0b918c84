// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.encryption.openssl;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** Looks for the system's libcrypto, the newest first. */
final class LibrarySearch {
    /** OpenSSL 3, then 1.1, then what development packages and macOS call it. */
    private static final List<String> NAMES =
            List.of("libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so", "libcrypto.3.dylib");

    private LibrarySearch() {}

    /** What a search gave. */
    sealed interface Found {
        /**
         * It is there.
         *
         * @param library ready for use
         * @param name where it was found
         */
        record Usable(Libcrypto library, String name) implements Found {}

        /**
         * It is not.
         *
         * @param reason every name with what went wrong, one line
         */
        record Nowhere(String reason) implements Found {}
    }

    /** A library that is found stays loaded until the process ends: native code is in use by sessions of any age. */
    static Found find() {
        List<String> failures = new ArrayList<>();
        for (String name : NAMES) {
            try {
                return new Found.Usable(new Libcrypto(open(name)), name);
            } catch (IllegalArgumentException | NoSuchElementException e) {
                failures.add(name + ": " + e.getMessage());
            }
        }
        return new Found.Nowhere(String.join("; ", failures));
    }

    @SuppressWarnings("restricted") // native access is what this bundle is for; the launcher allows it
    private static SymbolLookup open(String name) {
        return SymbolLookup.libraryLookup(name, Arena.global());
    }
}
