// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One field of a packet that has many layouts. Fields read into and write from a draft, a mutable form of the packet that
 * begins with the values of what a version does not say. A layout is a list of them.
 *
 * @param reader reads the field into a draft
 * @param writer writes the field of a draft
 * @param <D> the draft
 */
record Field<D>(BiConsumer<PacketIn, D> reader, BiConsumer<PacketOut, D> writer) {
    /**
     * How a draft is made and what it becomes.
     *
     * @param empty makes a draft in which nothing has been read yet
     * @param ofPacket makes a draft of a packet that is to be written
     * @param toPacket makes the packet that has been read
     * @param <P> the packet's record
     * @param <D> the draft
     */
    record Drafts<P, D>(Supplier<D> empty, Function<P, D> ofPacket, Function<D, P> toPacket) {
        /** The layout of fields in their order on the wire. */
        @SafeVarargs
        final Layout<P> layout(Field<? super D>... fields) {
            List<Field<? super D>> inOrder = new ArrayList<>(fields.length);
            for (Field<? super D> field : fields) {
                inOrder.add(field);
            }
            return Layout.of(in -> read(in, inOrder), (out, packet) -> {
                D draft = ofPacket.apply(packet);
                inOrder.forEach(field -> field.writer().accept(out, draft));
            });
        }

        private P read(PacketIn in, List<Field<? super D>> fields) {
            D draft = empty.get();
            fields.forEach(field -> field.reader().accept(in, draft));
            return toPacket.apply(draft);
        }
    }
}
