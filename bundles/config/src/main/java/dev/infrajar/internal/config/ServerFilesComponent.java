// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.config.ServerFiles;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.ServerDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offers the reading of server files, while {@code infrarust.toml} is valid. */
@Component(service = ServerFiles.class)
public final class ServerFilesComponent implements ServerFiles {
    private final ConfigValue<ServersDirectory> section;
    private final TomlServerFiles files;

    /** Takes the folder from the configuration. */
    @Activate
    public ServerFilesComponent(
            @Reference Installation installation,
            @Reference(target = "(" + ConfigValue.SECTION + "=" + ServersDirectory.ID + ")")
                    ConfigValue<ServersDirectory> section) {
        this.section = section;
        this.files = new TomlServerFiles(() -> section.get().serversDir(), installation);
    }

    @Override
    public Path directory() {
        return files.directory();
    }

    @Override
    public Result read(Path file) {
        return files.read(file);
    }

    @Override
    public List<String> difference(ServerDefinition before, ServerDefinition now) {
        return files.difference(before, now);
    }

    @Override
    public Registration onSectionsChanged(Runnable changed) {
        return files.onSectionsChanged(changed);
    }

    @Override
    public Registration onDirectoryChanged(Runnable changed) {
        return section.onChange(now -> {
            changed.run();
            return Optional.empty();
        });
    }
}
