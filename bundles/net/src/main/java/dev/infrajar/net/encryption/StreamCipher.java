// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.encryption;

import io.netty.buffer.ByteBuf;
import org.osgi.annotation.versioning.ConsumerType;

/** One direction of one connection. Used by one thread at a time; allocates nothing in steady state. */
@ConsumerType
public interface StreamCipher extends AutoCloseable {
    /**
     * Encrypts or decrypts what is readable, where it is. Each byte passes once, in the order of the stream.
     *
     * @param buffer its readable bytes are replaced, its indices stay; writable; nobody else looks at these bytes; the
     *     caller keeps it
     */
    void apply(ByteBuf buffer);

    /** Frees the native state. A second call does nothing. */
    @Override
    void close();
}
