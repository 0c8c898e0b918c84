// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a complete jar before it is installed.
 *
 * @param symbolicName {@code Bundle-SymbolicName}; empty: the jar is not a bundle
 * @param version {@code Bundle-Version}
 * @param fragment whether it is a part of another bundle
 * @param imports the packages it needs
 * @param tierN whether it asks for packages of {@code dev.infrajar.net}
 * @param netty whether it carries Netty's classes
 */
record JarFacts(
        Optional<String> symbolicName,
        BundleVersion version,
        boolean fragment,
        List<PackageImport> imports,
        boolean tierN,
        boolean netty) {
    /** For people: {@code com.example.motd 1.0.0}. */
    String title() {
        return symbolicName.map(name -> name + " " + version).orElse("not a bundle");
    }

    /** Whether both would be the same bundle to the framework. */
    boolean isSameBundle(JarFacts other) {
        return symbolicName.isPresent() && symbolicName.equals(other.symbolicName) && version.equals(other.version);
    }
}
