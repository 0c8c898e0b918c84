// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.config.ServerFiles;
import dev.infrajar.net.core.Registration;
import java.nio.file.Path;

/** The server files of {@code servers_dir}, read with the sections that are installed at that moment. Thread-safe. */
final class TomlServerFiles implements ServerFiles {
    private final Path directory;
    private final Installation installation;

    TomlServerFiles(Path directory, Installation installation) {
        this.directory = directory.toAbsolutePath().normalize();
        this.installation = installation;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public Result read(Path file) {
        return switch (ServerFileReader.read(file, installation.sections())) {
            case ServerFileReader.ServerFile.Valid(var server, var _) -> new Result.Valid(server);
            case ServerFileReader.ServerFile.Invalid(var problems) -> new Result.Invalid(problems);
        };
    }

    @Override
    public Registration onSectionsChanged(Runnable changed) {
        return installation.onChange(changed);
    }
}
