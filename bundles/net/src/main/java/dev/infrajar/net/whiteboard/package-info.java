// SPDX-License-Identifier: Apache-2.0
/**
 * What the registries of plugin services that are called on event loops have in common: reading what a service declares, the
 * order of calls, and counting what they cost and how they fail. Shared by our own bundles, promised to nobody.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.whiteboard;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
