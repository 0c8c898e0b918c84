// SPDX-License-Identifier: Apache-2.0
/** The servers that the proxy knows, as plugins see them: definitions, not connections. */
@Export
@Version("0.1.0")
@NullMarked
package dev.infrajar.api.server;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
