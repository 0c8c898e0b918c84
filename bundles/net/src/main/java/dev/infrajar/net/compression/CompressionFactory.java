// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.compression;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes compressors of one kind. A service with the property of {@link CompressionKind}; thread-safe, long-lived. What it
 * has made goes on working after its bundle has been stopped, and is freed by whoever closes it.
 */
@ConsumerType
public interface CompressionFactory {
    /**
     * The level that the configuration says now. Sessions of one event loop share a compressor as long as this stays the same; those
     * that begin after a change get a new one. Does not block.
     *
     * @return on a scale of the kind's own
     */
    default int level() {
        return 0;
    }

    /**
     * Makes a compressor with the level that the configuration says now. Does not block; takes some hundred kilobytes of
     * native memory.
     *
     * @return to be closed by the caller
     */
    Compressor newCompressor();

    /**
     * Makes a decompressor. Does not block; takes some ten kilobytes of native memory.
     *
     * @return to be closed by the caller
     */
    Decompressor newDecompressor();
}
