// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.gson.GsonComponentSerializer;

/** The packet that refuses a login: id 0 of the login phase, its text as JSON in all versions since 1.7. */
final class LoginDisconnect {
    private static final int PACKET_ID = 0;

    /** 1.16, the first version that knows RGB colours. */
    private static final int RGB_COLOURS = 735;

    private LoginDisconnect() {}

    static ByteBuf encode(ByteBufAllocator allocator, Component text, int protocol) {
        GsonComponentSerializer serializer = protocol < RGB_COLOURS
                ? GsonComponentSerializer.colorDownsamplingGson()
                : GsonComponentSerializer.gson();
        String json = serializer.serialize(text);
        int jsonBytes = ByteBufUtil.utf8Bytes(json);
        int bodyBytes = VarInts.size(PACKET_ID) + VarInts.size(jsonBytes) + jsonBytes;
        ByteBuf frame = allocator.buffer(VarInts.size(bodyBytes) + bodyBytes);
        VarInts.write(frame, bodyBytes);
        VarInts.write(frame, PACKET_ID);
        WireStrings.write(frame, json);
        return frame;
    }
}
