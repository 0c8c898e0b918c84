// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
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

    /** With the jar it came from. */
    void updateInPlace(String name) throws IOException, BundleException {
        bundle(name).update(new ByteArrayInputStream(Files.readAllBytes(Container.systemJar(name))));
    }

    /** As an operator does it. */
    void updateSideBySide(String name, String version) throws IOException {
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

    <T> T service(Class<T> type) {
        return context.getService(context.getServiceReference(type));
    }
}
