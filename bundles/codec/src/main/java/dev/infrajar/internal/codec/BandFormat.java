// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec;

import dev.infrajar.internal.codec.layout.Layout;
import dev.infrajar.internal.codec.layout.PacketIn;
import dev.infrajar.internal.codec.layout.PacketOut;
import dev.infrajar.internal.codec.layout.Terms;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketKind;
import io.netty.buffer.ByteBuf;

/** A layout with the id and the terms of one version. */
record BandFormat<P>(PacketKind kind, int id, Layout<P> layout, Terms terms) implements PacketFormat<P> {
    @Override
    public P readFields(ByteBuf in) {
        return layout.read(new PacketIn(in, terms));
    }

    @Override
    public void writeFields(ByteBuf out, P packet) {
        layout.write(new PacketOut(out, terms), packet);
    }
}
