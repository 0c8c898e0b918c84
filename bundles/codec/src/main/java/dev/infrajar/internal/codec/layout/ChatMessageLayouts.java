// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import static dev.infrajar.internal.codec.layout.ChatDraft.IS_PREVIEWED;
import static dev.infrajar.internal.codec.layout.ChatDraft.LISTED;
import static dev.infrajar.internal.codec.layout.ChatDraft.SALT;
import static dev.infrajar.internal.codec.layout.ChatDraft.TEXT;
import static dev.infrajar.internal.codec.layout.ChatDraft.TIMESTAMP;
import static dev.infrajar.internal.codec.layout.ChatDraft.WINDOW;
import static dev.infrajar.internal.codec.layout.ChatDraft.WINDOW_WITH_CHECKSUM;

import dev.infrajar.net.packet.play.ChatMessage;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.wire.Bytes;
import java.util.Optional;

/** The layouts of what a player says. */
final class ChatMessageLayouts {
    /** A chat message while it is read or written. */
    private static final class Draft extends ChatDraft {
        private Optional<Bytes> signature = Optional.empty();

        private static Draft of(ChatMessage packet) {
            Draft draft = new Draft();
            draft.text = packet.message();
            draft.timestampMillis = packet.timestampMillis();
            draft.salt = packet.salt();
            draft.signature = packet.signature();
            draft.isPreviewed = packet.isPreviewed();
            draft.lastSeen = packet.lastSeen();
            return draft;
        }

        private ChatMessage toPacket() {
            return new ChatMessage(text, timestampMillis, salt, signature, isPreviewed, lastSeen);
        }
    }

    private static final Field.Drafts<ChatMessage, Draft> DRAFTS =
            new Field.Drafts<>(Draft::new, Draft::of, Draft::toPacket);

    /** 1.19 to 1.19.2; without a byte if there is none. */
    private static final Field<Draft> SIGNATURE = new Field<>(
            (in, draft) -> draft.signature = ChatDraft.nonEmpty(in.bytes(ChatDraft.MAX_SIGNATURE_BYTES)),
            (out, draft) -> out.bytes(draft.signature.orElse(Bytes.EMPTY)));

    /** Since 1.19.3. */
    private static final Field<Draft> OPTIONAL_SIGNATURE = new Field<>(
            (in, draft) -> draft.signature =
                    in.optional(() -> in.bareBytes(ChatDraft.SIGNATURE_BYTES, ChatDraft.SIGNATURE_BYTES)),
            (out, draft) ->
                    out.optional(draft.signature, signature -> out.bareBytes(ChatDraft.fixedSignature(signature))));

    static final LayoutBands<ChatMessage> ALL = LayoutBands.from(
                    4, PlayPackets.CHAT_MESSAGE, "chat", DRAFTS.layout(TEXT))
            .since(759, "chat_message", DRAFTS.layout(TEXT, TIMESTAMP, SALT, SIGNATURE, IS_PREVIEWED))
            .since(760, DRAFTS.layout(TEXT, TIMESTAMP, SALT, SIGNATURE, IS_PREVIEWED, LISTED))
            .since(761, DRAFTS.layout(TEXT, TIMESTAMP, SALT, OPTIONAL_SIGNATURE, WINDOW))
            .since(770, DRAFTS.layout(TEXT, TIMESTAMP, SALT, OPTIONAL_SIGNATURE, WINDOW_WITH_CHECKSUM));

    private ChatMessageLayouts() {}
}
