// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.launcher;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param task what to do
 * @param config the file {@code infrarust.toml}, relative to the working directory
 * @param bind overrides the key {@code bind}
 * @param pluginsDir overrides the key {@code plugins_dir}
 * @param logLevel a level, or levels of single bundles: {@code info,router=debug}
 */
record LaunchOptions(Task task, Path config, Optional<String> bind, Optional<String> pluginsDir, String logLevel) {
    /** What the process is started for. */
    enum Task {
        /** To be the proxy. */
        RUN,
        /** To check the configuration. */
        CHECK,
        /** To run once for the JVM's AOT cache. */
        TRAIN
    }
}
