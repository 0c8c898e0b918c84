// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.plugin.Changing;
import dev.infrajar.bench.plugin.Watching;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.BundleActivator;

/**
 * A plugin of one class, as a bundle for the plugins folder.
 *
 * @param activator the class
 */
record PluginJar(Class<? extends BundleActivator> activator) {
    /** Asked for by name, as the packages of tier N must be. */
    private static final String IMPORTS = "org.osgi.framework,io.netty.buffer,"
            + "dev.infrajar.net.intercept;tier=net,dev.infrajar.net.wire;tier=net";

    private static final String VERSION = "1.0.0";

    /** The plugin that makes a contender what it is; empty for most. */
    static Optional<PluginJar> of(Contender contender) {
        return switch (contender) {
            case OURS_WATCHED -> Optional.of(new PluginJar(Watching.class));
            case OURS_CHANGED -> Optional.of(new PluginJar(Changing.class));
            default -> Optional.empty();
        };
    }

    /** The name of the file. */
    String fileName() {
        return "bench-" + activator.getSimpleName() + ".jar";
    }

    /** What the proxy writes once it works. */
    String activeLine() {
        return "Plugin " + fileName() + " (" + symbolicName() + " " + VERSION + "): active";
    }

    /** Writes it into a folder. */
    void write(Path folder) throws IOException {
        String file = activator.getName().replace('.', '/') + ".class";
        try (InputStream in = activator.getClassLoader().getResourceAsStream(file);
                JarOutputStream out =
                        new JarOutputStream(Files.newOutputStream(folder.resolve(fileName())), manifest())) {
            if (in == null) {
                throw new IOException("the driver's jar has no " + file);
            }
            out.putNextEntry(new JarEntry(file));
            in.transferTo(out);
        }
    }

    private String symbolicName() {
        return "bench." + activator.getSimpleName();
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map.of(
                        "Bundle-ManifestVersion",
                        "2",
                        "Bundle-SymbolicName",
                        symbolicName(),
                        "Bundle-Version",
                        VERSION,
                        "Bundle-Activator",
                        activator.getName(),
                        "Import-Package",
                        IMPORTS)
                .forEach(attributes::putValue);
        return manifest;
    }
}
