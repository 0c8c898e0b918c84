// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

import dev.infrajar.internal.session.handshake.LegacyForm;
import dev.infrajar.net.core.StatusReply;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.legacy.LegacyComponentSerializer;

/** The kick packet of clients before 1.7, which also carries the answers to their pings: FF, a string in UTF-16BE. */
final class LegacyKick {
    static final String TOO_OLD = "This server needs Minecraft 1.7.2 or newer.";

    private static final int PACKET_ID = 0xFF;

    /** The most characters of a kick's text that clients before 1.7 read; a longer one breaks them. */
    private static final int MAX_CHARS = 256;

    private static final char SECTION = '§';

    // Lets 1.4 to 1.6 clients tell the newer layout from the older one.
    private static final String RELEASE_MARK = SECTION + "1";

    private LegacyKick() {}

    static ByteBuf text(ByteBufAllocator allocator, String text) {
        ByteBuf packet = allocator.buffer(1 + Short.BYTES + text.length() * 2);
        packet.writeByte(PACKET_ID).writeShort(text.length());
        packet.writeCharSequence(text, StandardCharsets.UTF_16BE);
        return packet;
    }

    /** A text of any length and style, as far as such a client can show it. */
    static ByteBuf refusal(ByteBufAllocator allocator, Component text) {
        String plain = LegacyComponentSerializer.legacySection().serialize(text);
        return text(allocator, plain.substring(0, Math.min(plain.length(), MAX_CHARS)));
    }

    static ByteBuf status(ByteBufAllocator allocator, LegacyForm form, StatusReply.Legacy reply) {
        return text(
                allocator,
                switch (form) {
                    case BETA -> withoutColours(reply.text()) + SECTION + reply.online() + SECTION + reply.max();
                    case RELEASE ->
                        String.join(
                                "\0",
                                RELEASE_MARK,
                                Integer.toString(reply.protocol()),
                                reply.version(),
                                reply.text(),
                                Integer.toString(reply.online()),
                                Integer.toString(reply.max()));
                });
    }

    /** In the beta layout a section sign separates the fields, so the text can have none. */
    private static String withoutColours(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == SECTION) {
                i++;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }
}
