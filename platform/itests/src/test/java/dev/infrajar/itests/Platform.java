// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.Sessions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleWiring;

/** The running platform: its bundles, services and console. */
record Platform(BundleContext context) {
    /** A bundle of ours; of two versions side by side the newer. */
    Bundle bundle(String name) {
        return find("dev.infrajar." + name).orElseThrow(() -> new AssertionError("no bundle " + name));
    }

    /** The bundle of a symbolic name; of two versions side by side the newer. */
    Optional<Bundle> find(String symbolicName) {
        Bundle newest = null;
        for (Bundle bundle : context.getBundles()) {
            if (symbolicName.equals(bundle.getSymbolicName())
                    && (newest == null || bundle.getVersion().compareTo(newest.getVersion()) > 0)) {
                newest = bundle;
            }
        }
        return Optional.ofNullable(newest);
    }

    /** With the classes it has, and the version it has by now. */
    void updateInPlace(String name) throws IOException, BundleException {
        Bundle bundle = bundle(name);
        String version = bundle.getVersion().toString();
        bundle.update(new ByteArrayInputStream(PluginJar.withVersion(Container.systemJar(name), version)));
    }

    /** As an operator does it, to a higher version. */
    void updateSideBySide(String name) throws IOException {
        Version old = bundle(name).getVersion();
        String version = new Version(old.getMajor() + 1, 0, 0).toString();
        Path newer = Container.folder().resolve(name + "-" + version + ".jar");
        Files.write(newer, PluginJar.withVersion(Container.systemJar(name), version));
        String said = console("bundle", "update", newer.toString());
        if (!bundle(name).getVersion().toString().equals(version)) {
            throw new AssertionError(said);
        }
    }

    /** What a command of the console says. */
    String console(String name, String... arguments) {
        StringWriter text = new StringWriter();
        try (ConsoleWriter out = new ConsoleWriter(text, ConsoleWriter.UNLIMITED)) {
            for (ServiceReference<ConsoleCommand> reference :
                    context.getServiceReferences(ConsoleCommand.class, null)) {
                ConsoleCommand command = context.getService(reference);
                // Null when its bundle has just been replaced: commands come and go under these tests.
                if (command != null && command.name().equals(name)) {
                    command.run(List.of(arguments), out);
                }
                context.ungetService(reference);
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** How many sessions need classes of the present revision of a bundle. */
    int holding(String name) {
        return service(Sessions.class)
                .holding(bundle(name).adapt(BundleWiring.class).getClassLoader());
    }

    <T> T service(Class<T> type) {
        return context.getService(context.getServiceReference(type));
    }
}
