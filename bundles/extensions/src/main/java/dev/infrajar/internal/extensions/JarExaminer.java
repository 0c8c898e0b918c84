// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether a jar of the plugins folder may be installed: complete, and nothing to object to. */
final class JarExaminer {
    private static final Logger LOG = LoggerFactory.getLogger(JarExaminer.class);

    /** What came of an examination. */
    sealed interface Examined {
        /**
         * The jar may be installed.
         *
         * @param stamp of the file when it was copied
         * @param copy what was examined and is to be installed; whoever holds this deletes it
         */
        record Accepted(PluginJar jar, Stamp stamp, Path copy) implements Examined, AutoCloseable {
            @Override
            public void close() {
                delete(copy);
            }
        }

        /**
         * The jar may not be installed.
         *
         * @param title of the bundle in it, empty when it is not known
         */
        record Rejected(Optional<String> title, PluginState.Status status) implements Examined {}
    }

    private final JarFolder folder;
    private final BundleStore store;

    JarExaminer(JarFolder folder, BundleStore store) {
        this.folder = folder;
        this.store = store;
    }

    /**
     * Examines a copy of a file.
     *
     * @param stamp of the file when it was found
     * @param others the jars of the folder that it must not repeat
     */
    Examined examine(String file, Stamp stamp, Collection<PluginJar> others) {
        try {
            Path copy = folder.copy(file);
            Examined examined = stamp.equals(folder.stamp(file).orElse(null))
                    ? examine(file, stamp, copy, others)
                    : new Examined.Rejected(Optional.empty(), new PluginState.Status.Incomplete("it is being written"));
            if (examined instanceof Examined.Rejected) {
                delete(copy);
            }
            return examined;
        } catch (IOException e) {
            return new Examined.Rejected(Optional.empty(), new PluginState.Status.Incomplete(e.toString()));
        }
    }

    private Examined examine(String file, Stamp stamp, Path copy, Collection<PluginJar> others) {
        return switch (JarReader.read(copy)) {
            case JarReader.Reading.Incomplete(String reason) ->
                new Examined.Rejected(Optional.empty(), new PluginState.Status.Incomplete(reason));
            case JarReader.Reading.Malformed(String reason) ->
                new Examined.Rejected(Optional.empty(), new PluginState.Status.Refused(reason));
            case JarReader.Reading.Complete(JarFacts facts) ->
                Admission.objection(facts, store.all(), others)
                        .<Examined>map(
                                reason -> new Examined.Rejected(title(facts), new PluginState.Status.Refused(reason)))
                        .orElseGet(() -> new Examined.Accepted(new PluginJar(file, facts), stamp, copy));
        };
    }

    private static Optional<String> title(JarFacts facts) {
        return facts.symbolicName().map(name -> facts.title());
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            LOG.debug("{} is left over", copy, e);
        }
    }
}
