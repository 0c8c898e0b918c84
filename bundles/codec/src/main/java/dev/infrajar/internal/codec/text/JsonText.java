// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.text;

import dev.infrajar.net.nbt.NbtLimits;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.gson.GsonComponentSerializer;

/** Texts as a string of JSON: always in the login phase, everywhere before 1.20.3. */
record JsonText(GsonComponentSerializer serializer) implements TextForm {
    /** What clients accept since 1.13; older ones 32,767. */
    private static final int MAX_CHARS = 262_144;

    @Override
    public Component read(ByteBuf in, NbtLimits limits) {
        return Components.parse(WireStrings.read(in, MAX_CHARS), serializer::deserializeOrNull);
    }

    @Override
    public void write(ByteBuf out, Component text) {
        String json = serializer.serialize(text);
        if (json.length() > MAX_CHARS) {
            throw new IllegalArgumentException("a text has at most " + MAX_CHARS + " characters of JSON");
        }
        WireStrings.write(out, json);
    }
}
