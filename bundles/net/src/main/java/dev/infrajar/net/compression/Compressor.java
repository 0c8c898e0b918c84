// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.compression;

import io.netty.buffer.ByteBuf;
import org.osgi.annotation.versioning.ConsumerType;

/** Compresses one piece of data after the other. Used by one thread at a time; allocates nothing in steady state. */
@ConsumerType
public interface Compressor extends AutoCloseable {
    /**
     * Compresses what is readable.
     *
     * @param in read to its end; the caller keeps it
     * @param out takes one complete zlib stream behind what it holds, and grows as needed; the caller keeps it. A direct
     *     buffer is filled without a copy
     */
    void compress(ByteBuf in, ByteBuf out);

    /** Frees the native state. A second call does nothing. */
    @Override
    void close();
}
