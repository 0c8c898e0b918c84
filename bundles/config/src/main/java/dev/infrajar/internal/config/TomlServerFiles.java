// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.config.ServerFiles;
import dev.infrajar.net.core.Registration;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The server files of {@code servers_dir}, read with the sections that are installed at that moment. Thread-safe. */
final class TomlServerFiles {
    private final Supplier<Path> directory;
    private final Installation installation;

    TomlServerFiles(Supplier<Path> directory, Installation installation) {
        this.directory = directory;
        this.installation = installation;
    }

    Path directory() {
        return directory.get().toAbsolutePath().normalize();
    }

    ServerFiles.Result read(Path file) {
        return switch (ServerFileReader.read(file, installation.sections())) {
            case ServerFileReader.ServerFile.Valid(var server, var _) -> new ServerFiles.Result.Valid(server);
            case ServerFileReader.ServerFile.Invalid(var problems) -> new ServerFiles.Result.Invalid(problems);
        };
    }

    Registration onSectionsChanged(Runnable changed) {
        return installation.onChange(changed);
    }
}
