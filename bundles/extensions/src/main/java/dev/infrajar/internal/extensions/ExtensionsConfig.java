// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import java.nio.file.Path;

/**
 * The keys of this bundle at the top of {@code infrarust.toml}.
 *
 * @param pluginsDir the folder of plugins
 */
@ConfigSection(id = "extensions")
public record ExtensionsConfig(
        @Key(
                doc = "The folder whose jar files are installed as plugins, and updated and removed while the proxy"
                        + " runs. Relative to the working directory.",
                byDefault = "\"./plugins\"",
                atStartOnly = true)
        Path pluginsDir) {}
