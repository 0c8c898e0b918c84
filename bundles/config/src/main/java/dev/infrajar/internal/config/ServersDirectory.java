// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import java.nio.file.Path;

/** The key of {@code infrarust.toml} that says where the server files are. */
@ConfigSection(id = ServersDirectory.ID)
record ServersDirectory(
        @Key(doc = "The folder of the server files. It must exist.", byDefault = "\"./servers\"")
        Path serversDir) {
    static final String ID = "config";
}
