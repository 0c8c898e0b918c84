// SPDX-License-Identifier: Apache-2.0
/**
 * NBT, Minecraft's tree of tagged values, in the form it has on the network: not compressed, big-endian.
 *
 * <pre>
 *   root, named (before 1.20.2)      │ type │ name │ payload │
 *   root, nameless (since 1.20.2)    │ type │ payload │
 *   compound                         ( │ type │ name │ payload │ )*  │ 0 │
 *   list                             │ type of all │ count: int │ payload* │
 * </pre>
 *
 * <p>{@link dev.infrajar.net.nbt.NbtReader} builds a tree of {@link dev.infrajar.net.nbt.NbtTag}s or skips one without
 * building it, {@link dev.infrajar.net.nbt.NbtWriter} writes trees. Depth and memory are bounded by
 * {@link dev.infrajar.net.nbt.NbtLimits}: a few bytes of a hostile peer could ask for much more.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.nbt;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
