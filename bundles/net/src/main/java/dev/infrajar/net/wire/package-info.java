// SPDX-License-Identifier: Apache-2.0
/**
 * The pieces of Minecraft's wire format that are the same in all versions: VarInts, strings, byte arrays, UUIDs, and
 * {@linkplain dev.infrajar.net.wire.Frames frames}, on a {@code ByteBuf}. What differs between versions is behind
 * {@code dev.infrajar.net.packet}. Source: the protocol as all clients since 1.7.2 speak it.
 *
 * <p>What a peer sends wrong is one of the constants of {@link dev.infrajar.net.wire.WireException}; a length is checked
 * against what has arrived before anything is allocated for it.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.wire;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
