// SPDX-License-Identifier: Apache-2.0
/**
 * The few pieces of Minecraft's wire format that are needed outside a codec: VarInts and strings on a {@code ByteBuf}.
 * Source: the protocol as all clients since 1.7.2 speak it.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.wire;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
