// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import static dev.infrajar.internal.codec.layout.ChatDraft.IS_PREVIEWED;
import static dev.infrajar.internal.codec.layout.ChatDraft.LISTED;
import static dev.infrajar.internal.codec.layout.ChatDraft.LONG_TEXT;
import static dev.infrajar.internal.codec.layout.ChatDraft.SALT;
import static dev.infrajar.internal.codec.layout.ChatDraft.TEXT;
import static dev.infrajar.internal.codec.layout.ChatDraft.TIMESTAMP;
import static dev.infrajar.internal.codec.layout.ChatDraft.WINDOW;
import static dev.infrajar.internal.codec.layout.ChatDraft.WINDOW_WITH_CHECKSUM;

import dev.infrajar.net.packet.play.ChatCommand;
import dev.infrajar.net.packet.play.ChatCommand.ArgumentSignature;
import dev.infrajar.net.packet.play.MessageAcknowledgement;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.play.SignedChatCommand;
import java.util.List;

/** The layouts of commands since they are no chat any more, and of acknowledgements. */
final class ChatCommandLayouts {
    /** Vanilla reads 8. */
    private static final int MAX_SIGNATURES = 8;

    private static final int MAX_ARGUMENT_CHARS = 16;

    /** A command while it is read or written. */
    private static final class Draft extends ChatDraft {
        private List<ArgumentSignature> signatures = List.of();

        private static Draft of(ChatCommand packet) {
            Draft draft = new Draft();
            draft.text = packet.command();
            draft.timestampMillis = packet.timestampMillis();
            draft.salt = packet.salt();
            draft.signatures = packet.signatures();
            draft.isPreviewed = packet.isPreviewed();
            draft.lastSeen = packet.lastSeen();
            return draft;
        }

        private ChatCommand toPacket() {
            return new ChatCommand(text, timestampMillis, salt, signatures, isPreviewed, lastSeen);
        }
    }

    private static final Field.Drafts<ChatCommand, Draft> DRAFTS =
            new Field.Drafts<>(Draft::new, Draft::of, Draft::toPacket);

    private static final Field.Drafts<SignedChatCommand, Draft> SIGNED_DRAFTS = new Field.Drafts<>(
            Draft::new, packet -> Draft.of(packet.command()), draft -> new SignedChatCommand(draft.toPacket()));

    /** 1.19 to 1.19.2. */
    private static final Field<Draft> SIGNATURES = new Field<>(
            (in, draft) -> draft.signatures = in.list(
                    MAX_SIGNATURES,
                    () -> new ArgumentSignature(
                            in.string(MAX_ARGUMENT_CHARS), in.bytes(ChatDraft.MAX_SIGNATURE_BYTES))),
            (out, draft) -> out.list(draft.signatures, signature -> {
                out.string(signature.argument(), MAX_ARGUMENT_CHARS);
                out.bytes(signature.signature());
            }));

    /** Since 1.19.3. */
    private static final Field<Draft> FIXED_SIGNATURES = new Field<>(
            (in, draft) -> draft.signatures = in.list(
                    MAX_SIGNATURES,
                    () -> new ArgumentSignature(
                            in.string(MAX_ARGUMENT_CHARS),
                            in.bareBytes(ChatDraft.SIGNATURE_BYTES, ChatDraft.SIGNATURE_BYTES))),
            (out, draft) -> out.list(draft.signatures, signature -> {
                out.string(signature.argument(), MAX_ARGUMENT_CHARS);
                out.bareBytes(ChatDraft.fixedSignature(signature.signature()));
            }));

    static final List<LayoutBands<?>> ALL = List.of(
            LayoutBands.from(
                            759,
                            PlayPackets.CHAT_COMMAND,
                            "chat_command",
                            DRAFTS.layout(TEXT, TIMESTAMP, SALT, SIGNATURES, IS_PREVIEWED))
                    .since(760, DRAFTS.layout(TEXT, TIMESTAMP, SALT, SIGNATURES, IS_PREVIEWED, LISTED))
                    .since(761, DRAFTS.layout(TEXT, TIMESTAMP, SALT, FIXED_SIGNATURES, WINDOW))
                    .since(766, DRAFTS.layout(LONG_TEXT)),
            LayoutBands.from(
                            766,
                            PlayPackets.SIGNED_CHAT_COMMAND,
                            "chat_command_signed",
                            SIGNED_DRAFTS.layout(TEXT, TIMESTAMP, SALT, FIXED_SIGNATURES, WINDOW))
                    .since(770, SIGNED_DRAFTS.layout(TEXT, TIMESTAMP, SALT, FIXED_SIGNATURES, WINDOW_WITH_CHECKSUM)),
            LayoutBands.from(
                    761,
                    PlayPackets.MESSAGE_ACKNOWLEDGEMENT,
                    "message_acknowledgement",
                    Layout.of(
                            in -> new MessageAcknowledgement(in.varInt()),
                            (out, packet) -> out.varInt(packet.offset()))));

    private ChatCommandLayouts() {}
}
