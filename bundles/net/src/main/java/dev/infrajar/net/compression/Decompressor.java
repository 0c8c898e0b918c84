// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.compression;

import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import org.osgi.annotation.versioning.ConsumerType;

/** Decompresses one piece of data after the other. Used by one thread at a time; allocates nothing in steady state. */
@ConsumerType
public interface Decompressor extends AutoCloseable {
    /**
     * Decompresses one complete zlib stream. Never writes more than it is told to expect, whatever the stream holds.
     *
     * @param in read to its end, also when it fails; the caller keeps it
     * @param size the bytes that the peer says there are, 0 or more; the caller has checked it against its limits
     * @param out grows by {@code size} bytes; left as it was when this fails; the caller keeps it
     * @throws WireException {@link WireException#BAD_COMPRESSION} if the stream is damaged, incomplete, or holds more or
     *     fewer bytes
     */
    void decompress(ByteBuf in, int size, ByteBuf out);

    /** Frees the native state. A second call does nothing. */
    @Override
    void close();
}
