// SPDX-License-Identifier: Apache-2.0
/**
 * Packets that several phases have: the records are the same, ids and layouts are not.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.packet.shared;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
