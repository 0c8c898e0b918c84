// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.text;

import com.google.gson.JsonElement;
import dev.infrajar.net.nbt.NbtLimits;
import dev.infrajar.net.nbt.NbtReader;
import dev.infrajar.net.nbt.NbtRoot;
import dev.infrajar.net.nbt.NbtTag;
import dev.infrajar.net.nbt.NbtWriter;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.gson.GsonComponentSerializer;

/** Texts as nameless NBT: in configuration and play since 1.20.3 (protocol 765). */
record NbtText(GsonComponentSerializer serializer) implements TextForm {
    @Override
    public Component read(ByteBuf in, NbtLimits limits) {
        NbtTag tag = NbtReader.read(in, NbtRoot.NAMELESS, limits).orElseThrow(() -> WireException.MALFORMED_TEXT);
        JsonElement json = JsonNbt.toJson(tag);
        return Components.parse(json, serializer::deserializeFromTree);
    }

    @Override
    public void write(ByteBuf out, Component text) {
        NbtWriter.write(out, NbtRoot.NAMELESS, JsonNbt.toNbt(serializer.serializeToTree(text)));
    }
}
