// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Plugins that are written beside the tests, one in a package. */
public final class TestPlugin {
    private TestPlugin() {}

    /**
     * Builds one as bnd does for everybody.
     *
     * @param component a class of its package
     * @return its jar, below target
     */
    public static Path jar(Class<?> component) {
        String name = component.getPackageName();
        Path jar = Build.workFolder().resolve(name + ".jar");
        try (Builder bnd = new Builder()) {
            bnd.setClasspath(classPath());
            bnd.setBundleSymbolicName(name);
            bnd.setBundleVersion("1.0.0");
            bnd.setPrivatePackage(name);
            bnd.setImportPackage("!org.jspecify.annotations,*");
            bnd.setProperty("-noimportjava", "true");
            try (Jar built = bnd.build()) {
                assertThat(bnd.getErrors()).isEmpty();
                built.write(jar.toFile());
            }
            return jar;
        } catch (Exception failed) { // bnd declares no other
            throw new IllegalStateException("building " + name, failed);
        }
    }

    private static File[] classPath() {
        List<File> entries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(File::new)
                .filter(File::exists)
                .toList();
        return entries.toArray(File[]::new);
    }
}
