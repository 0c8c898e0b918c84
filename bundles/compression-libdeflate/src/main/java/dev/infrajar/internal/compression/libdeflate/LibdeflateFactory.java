// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.libdeflate;

import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.compression.Compressor;
import dev.infrajar.net.compression.Decompressor;
import java.util.function.IntSupplier;

/**
 * Makes compressors of the C library.
 *
 * @param library the functions
 * @param configured the level for the next compressor
 */
record LibdeflateFactory(Library library, IntSupplier configured) implements CompressionFactory {
    @Override
    public int level() {
        return configured.getAsInt();
    }

    @Override
    public Compressor newCompressor() {
        return new LibdeflateCompressor(library, configured.getAsInt());
    }

    @Override
    public Decompressor newDecompressor() {
        return new LibdeflateDecompressor(library);
    }
}
