// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The order and form of a packet's fields. Immutable and thread-safe.
 *
 * @param <P> the packet's record
 */
public interface Layout<P> {
    /** Reads all fields. */
    P read(PacketIn in);

    /** Writes all fields. */
    void write(PacketOut out, P packet);

    /** A layout of two functions. */
    static <P> Layout<P> of(Function<PacketIn, P> reader, BiConsumer<PacketOut, P> writer) {
        return new Layout<>() {
            @Override
            public P read(PacketIn in) {
                return reader.apply(in);
            }

            @Override
            public void write(PacketOut out, P packet) {
                writer.accept(out, packet);
            }
        };
    }

    /** A packet without fields. */
    static <P> Layout<P> empty(P packet) {
        return of(in -> packet, (out, same) -> {});
    }
}
