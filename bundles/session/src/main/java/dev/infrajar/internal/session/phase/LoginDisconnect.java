// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.gson.GsonComponentSerializer;
import net.kyori.adventure.text.serializer.json.JSONOptions;

/** The packet that refuses a login: id 0 of the login phase, its text as JSON in all versions since 1.7. */
public final class LoginDisconnect {
    private static final int PACKET_ID = 0;

    /** 1.16, the first version that knows RGB colours. */
    private static final int RGB_COLOURS = 735;

    // Always an object: a bare string is a valid text too, but not every client's reader knows.
    private static final GsonComponentSerializer SINCE_RGB = serializer(true);
    private static final GsonComponentSerializer BEFORE_RGB = serializer(false);

    private LoginDisconnect() {}

    /**
     * The packet with its length.
     *
     * @param allocator of the channel that will send it
     * @param text what the player reads
     * @param protocol the number in the handshake: what colours the client knows
     * @return a frame, released by the channel
     */
    public static ByteBuf encode(ByteBufAllocator allocator, Component text, int protocol) {
        GsonComponentSerializer serializer = protocol < RGB_COLOURS ? BEFORE_RGB : SINCE_RGB;
        String json = serializer.serialize(text);
        int jsonBytes = ByteBufUtil.utf8Bytes(json);
        int bodyBytes = VarInts.size(PACKET_ID) + VarInts.size(jsonBytes) + jsonBytes;
        ByteBuf frame = allocator.buffer(VarInts.size(bodyBytes) + bodyBytes);
        VarInts.write(frame, bodyBytes);
        VarInts.write(frame, PACKET_ID);
        WireStrings.write(frame, json);
        return frame;
    }

    private static GsonComponentSerializer serializer(boolean rgb) {
        return GsonComponentSerializer.builder()
                .editOptions(options ->
                        options.value(JSONOptions.EMIT_RGB, rgb).value(JSONOptions.EMIT_COMPACT_TEXT_COMPONENT, false))
                .build();
    }
}
