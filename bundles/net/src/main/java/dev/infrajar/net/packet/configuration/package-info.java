// SPDX-License-Identifier: Apache-2.0
/**
 * The packets that only the configuration phase has, and those of {@code shared} it takes part in: since 1.20.2.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.packet.configuration;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
