// SPDX-License-Identifier: Apache-2.0
/**
 * From TOML text to records, with everything that is wrong and where.
 *
 * <pre>
 * TomlReader ── Document ──┬─ UnknownKeys   keys that no section has
 *                          └─ RecordBinder  DefaultValues, then tomlj's binder, with Conversions for the types of keys
 * </pre>
 *
 * A {@link dev.infrajar.internal.config.toml.Shape} is what a record's class says about its table; it is read once per
 * class.
 */
@NullMarked
package dev.infrajar.internal.config.toml;

import org.jspecify.annotations.NullMarked;
