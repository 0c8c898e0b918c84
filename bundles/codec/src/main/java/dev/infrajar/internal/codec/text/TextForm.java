// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.text;

import dev.infrajar.net.nbt.NbtLimits;
import io.netty.buffer.ByteBuf;
import net.kyori.adventure.text.Component;

/** How texts are written in one version and phase. Immutable and thread-safe. */
public sealed interface TextForm permits JsonText, NbtText {
    /**
     * Reads a text.
     *
     * @throws dev.infrajar.net.wire.WireException if it is malformed or crosses a limit
     */
    Component read(ByteBuf in, NbtLimits limits);

    /**
     * Writes a text.
     *
     * @throws IllegalArgumentException if it is too long
     */
    void write(ByteBuf out, Component text);
}
