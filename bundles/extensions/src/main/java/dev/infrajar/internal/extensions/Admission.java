// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.util.Collection;
import java.util.Optional;

/** Says which jars may not be installed, and why. */
final class Admission {
    private Admission() {}

    /**
     * Looks at a jar of the plugins folder.
     *
     * @param jar the jar
     * @param bundles all that is installed
     * @param plugins the other jars of the folder, by file name
     * @return why it is refused; empty when it is not
     */
    static Optional<String> objection(JarFacts jar, Collection<Installed> bundles, Collection<PluginJar> plugins) {
        return general(jar).or(() -> platform(jar, bundles)).or(() -> plugins.stream()
                .filter(other -> other.facts().isSameBundle(jar))
                .findFirst()
                .map(other -> "it is the same plugin as " + other.file() + ": " + jar.title()));
    }

    /** What holds for platform bundles, too. */
    static Optional<String> general(JarFacts jar) {
        if (jar.symbolicName().isEmpty()) {
            return Optional.of(
                    "it is not a bundle: its manifest has no Bundle-SymbolicName with Bundle-ManifestVersion: 2;"
                            + " build it with bnd-maven-plugin as docs/plugin-guide.md shows");
        }
        if (jar.fragment()) {
            return Optional.of("it is a fragment (Fragment-Host), which would become a part of another bundle");
        }
        if (jar.netty() && jar.tierN()) {
            return Optional.of(
                    "it carries its own copy of Netty (io/netty/) and imports dev.infrajar.net, whose types are made"
                            + " of the platform's Netty: it would fail with a LinkageError; leave Netty out of the jar and import io.netty");
        }
        return Optional.empty();
    }

    private static Optional<String> platform(JarFacts jar, Collection<Installed> bundles) {
        return bundles.stream()
                .filter(bundle ->
                        !bundle.isPlugin() && Optional.of(bundle.symbolicName()).equals(jar.symbolicName()))
                .findFirst()
                .map(bundle -> "its symbolic name " + bundle.symbolicName() + " belongs to the platform");
    }
}
