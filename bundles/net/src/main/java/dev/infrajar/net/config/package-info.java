// SPDX-License-Identifier: Apache-2.0
/**
 * How a bundle declares the part of the configuration it understands.
 *
 * <p>A section is a {@code record} annotated with {@link dev.infrajar.net.config.ConfigSection}; each of its components is
 * one key, described by {@link dev.infrajar.net.config.Key}. The annotation puts a capability into the manifest, so the
 * configuration bundle knows all sections from the installed bundles before any of them is started. It binds the
 * section, and publishes the valid value as a {@link dev.infrajar.net.config.ConfigValue} service.
 *
 * <p>The record's compact constructor checks what the types do not: it throws {@link IllegalArgumentException} with a
 * message that names key, value and rule, for example {@code max_connections = -1, must be at least 0}. The
 * configuration bundle adds file, line and column.
 *
 * <p>Types of components: {@code String}, {@code int}, {@code long}, {@code boolean}, {@code double}, enums (snake_case
 * words), {@link java.time.Duration} (a string with units, {@code "2h30m"}), {@link java.nio.file.Path},
 * {@link dev.infrajar.net.core.HostAndPort}, {@link java.util.List}, {@link java.util.Map} with string keys,
 * {@link java.util.Optional} (absent key: empty), and records of these for tables.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.config;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
