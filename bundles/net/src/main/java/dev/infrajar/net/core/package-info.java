// SPDX-License-Identifier: Apache-2.0
/**
 * The few contracts between the platform's own bundles that need no Netty: servers, routing, status answers, sessions,
 * events and console commands. Shared between the bundles of one release, promised to nobody.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.core;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
