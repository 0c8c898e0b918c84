// SPDX-License-Identifier: Apache-2.0
/**
 * The extension point for compressing packets.
 *
 * <p>A {@link dev.infrajar.net.compression.CompressionFactory} (one per bundle, long-lived, thread-safe; the highest service
 * ranking wins) makes {@link dev.infrajar.net.compression.Compressor}s and
 * {@link dev.infrajar.net.compression.Decompressor}s. Each of them keeps native state that is used again for every packet,
 * and is used by one thread at a time: an event loop makes its own few and shares them among its sessions, since no packet
 * is left half done when the next one comes.
 *
 * <p>The format is zlib (RFC 1950), as all versions of Minecraft use it; level and size of the state are the only things
 * that differ.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.compression;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
