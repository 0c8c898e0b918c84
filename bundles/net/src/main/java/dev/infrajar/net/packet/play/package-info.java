// SPDX-License-Identifier: Apache-2.0
/**
 * The packets of the play phase whose fields the proxy knows: texts, and what takes a player to another world.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.packet.play;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
