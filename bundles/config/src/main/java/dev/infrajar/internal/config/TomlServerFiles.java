// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.internal.config.toml.Setting;
import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.ServerFiles;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.ServerDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Compares key by key; a key that is not in a file counts with its default. */
    List<String> difference(ServerDefinition before, ServerDefinition now) {
        return installation.sections().of(ConfigSection.SERVER).stream()
                .filter(section -> !isOfAnotherVersion(section, before) && !isOfAnotherVersion(section, now))
                .flatMap(section -> difference(settings(section, before), settings(section, now)).stream())
                .toList();
    }

    private static List<String> difference(Map<String, Setting> before, Map<String, Setting> now) {
        return Difference.of(before, before, now);
    }

    private static Map<String, Setting> settings(Section section, ServerDefinition server) {
        return Optional.ofNullable(
                        section.type() == ServerKeys.class
                                ? ServerKeys.of(server)
                                : server.parts().get(section.type()))
                .map(section::settings)
                .orElseGet(section::defaults);
    }

    /** Whether the definition was read with another class of that name: the bundle was replaced since, and not the file. */
    private static boolean isOfAnotherVersion(Section section, ServerDefinition server) {
        return !server.parts().containsKey(section.type())
                && server.parts().keySet().stream()
                        .anyMatch(type -> type.getName().equals(section.type().getName()));
    }

    Registration onSectionsChanged(Runnable changed) {
        return installation.onChange(changed);
    }
}
