// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.config;

import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.ServerDefinition;
import java.nio.file.Path;
import java.util.List;

/** Reads server files: the core's keys and those of every installed bundle. Thread-safe. */
public interface ServerFiles {
    /** What reading one file gave. */
    sealed interface Result {
        /**
         * The file is valid.
         *
         * @param server its definition
         */
        record Valid(ServerDefinition server) implements Result {}

        /**
         * The file cannot be used.
         *
         * @param problems all that is wrong with it, in the order of the file
         */
        record Invalid(List<ConfigProblem> problems) implements Result {}
    }

    /**
     * The folder with the server files: {@code servers_dir}, relative to the working directory.
     *
     * @return an absolute path; a reload may change it
     */
    Path directory();

    /**
     * Reads a file. May block on the disk.
     *
     * @param file a file that ends in {@code .toml}
     * @return the definition, or everything that is wrong; a file that cannot be read is invalid too
     */
    Result read(Path file);

    /**
     * What has changed between two definitions that were read here.
     *
     * @param before the older
     * @param now the newer
     * @return {@code key: old -> new}, a line for each key; none where only the name of the file is another
     */
    List<String> difference(ServerDefinition before, ServerDefinition now);

    /**
     * Tells when a file could now be read differently, because a bundle with keys for server files came or went.
     *
     * @param changed called on any thread; does not block
     * @return ends the calls
     */
    Registration onSectionsChanged(Runnable changed);

    /**
     * Tells when {@link #directory} is another one, because {@code servers_dir} was changed.
     *
     * @param changed called on the thread that reloads; may block on the disk
     * @return ends the calls
     */
    Registration onDirectoryChanged(Runnable changed);
}
