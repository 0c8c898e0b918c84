// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.options.UrlProvisionOption;

/** The platform inside Pax Exam's Felix: all bundles of the assembled distribution, and a configuration of the test's own. */
final class Container {
    /** The system property that tells the tests, inside the container, where their folder is. */
    static final String FOLDER = "infrajar.test.folder";

    private static final String SLF4J = ";version=\"2.0.20\"";
    private static final int TEST_LEVEL = 10;

    private Container() {}

    /** Everything but what a test adds; the port is in {@link #port}. */
    static Option platform() {
        Path folder = newFolder();
        List<Option> options = new ArrayList<>();
        options.add(junitBundles());
        options.add(systemPackages(
                "org.slf4j" + SLF4J, "org.slf4j.event" + SLF4J, "org.slf4j.helpers" + SLF4J, "org.slf4j.spi" + SLF4J));
        options.add(frameworkProperty("infrajar.config")
                .value(folder.resolve("infrarust.toml").toString()));
        options.add(frameworkStartLevel(TEST_LEVEL));
        for (Path jar : systemJars()) {
            options.add(startedAtItsLevel(jar));
        }
        System.setProperty(FOLDER, folder.toString());
        return composite(options.toArray(Option[]::new));
    }

    /** The probe must ask for the tier-N packages by their attribute, as every bundle that wants them. */
    static TestProbeBuilder probe(TestProbeBuilder probe) {
        probe.setHeader("DynamicImport-Package", "dev.infrajar.net.*;tier=net,*");
        return probe;
    }

    static Path folder() {
        return Path.of(System.getProperty(FOLDER));
    }

    static int port() {
        try {
            return Integer.parseInt(Files.readString(folder().resolve("port")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path systemJar(String name) {
        return systemJars().stream()
                .filter(jar -> jar.getFileName().toString().startsWith(name + "-"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in system/"));
    }

    private static List<Path> systemJars() {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("infrajar.system")))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Option startedAtItsLevel(Path jar) {
        UrlProvisionOption option = bundle("reference:" + jar.toUri());
        String level = jar.getParent().getFileName().toString().replaceAll("-.*", "");
        option.startLevel(Integer.parseInt(level));
        return isFragment(jar) ? option.noStart() : option.start();
    }

    private static boolean isFragment(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Fragment-Host") != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            Path folder = Files.createTempDirectory(Path.of(System.getProperty("infrajar.work")), "container-");
            Files.createDirectory(folder.resolve("servers"));
            Files.createDirectory(folder.resolve("plugins"));
            int port = freePort();
            Files.writeString(folder.resolve("port"), Integer.toString(port));
            Files.writeString(folder.resolve("infrarust.toml"), """
                    bind = "127.0.0.1:%d"
                    servers_dir = '%s'
                    plugins_dir = '%s'
                    [default_motd.online]
                    text = "the default"
                    [rate_limit]
                    max_connections = 0
                    status_max = 0
                    [forwarding]
                    secret_file = '%s'
                    """.formatted(
                    port, folder.resolve("servers"), folder.resolve("plugins"), folder.resolve("forwarding.secret")));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        for (int port = 24_000; port < 24_999; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("no free port between 24000 and 24999");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException inUse) {
            return false;
        }
    }
}
