// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import dev.infrajar.net.packet.play.ChatMessage;
import dev.infrajar.net.packet.play.LastSeen;
import dev.infrajar.net.wire.Bytes;
import java.util.Optional;

/** Something a player says while it is read or written: what messages and commands have in common. */
class ChatDraft {
    /** A signature with SHA256withRSA and a key of 2048 bits; since 1.19.3 without a length. */
    static final int SIGNATURE_BYTES = 256;

    /** 1.19 to 1.19.2 write a length; a key of 4096 bits signs in 512. */
    static final int MAX_SIGNATURE_BYTES = 512;

    private static final int MAX_LISTED = 5;

    static final Field<ChatDraft> TEXT = new Field<>(
            (in, draft) -> draft.text = in.string(ChatMessage.MAX_CHARS),
            (out, draft) -> out.string(draft.text, ChatMessage.MAX_CHARS));

    /** Unsigned commands since 1.20.5 have no limit of their own. */
    static final Field<ChatDraft> LONG_TEXT =
            new Field<>((in, draft) -> draft.text = in.string(), (out, draft) -> out.string(draft.text));

    static final Field<ChatDraft> TIMESTAMP = new Field<>(
            (in, draft) -> draft.timestampMillis = in.int64(), (out, draft) -> out.int64(draft.timestampMillis));

    static final Field<ChatDraft> SALT =
            new Field<>((in, draft) -> draft.salt = in.int64(), (out, draft) -> out.int64(draft.salt));

    static final Field<ChatDraft> IS_PREVIEWED =
            new Field<>((in, draft) -> draft.isPreviewed = in.bool(), (out, draft) -> out.bool(draft.isPreviewed));

    /** 1.19.1 and 1.19.2. */
    static final Field<ChatDraft> LISTED = new Field<>(
            (in, draft) -> draft.lastSeen =
                    new LastSeen.Listed(in.list(MAX_LISTED, () -> seen(in)), in.optional(() -> seen(in))),
            (out, draft) -> {
                LastSeen.Listed listed = draft.lastSeenAs(LastSeen.Listed.class);
                out.list(listed.messages(), message -> seen(out, message));
                out.optional(listed.lastReceived(), message -> seen(out, message));
            });

    /** Since 1.19.3. */
    static final Field<ChatDraft> WINDOW = new Field<>(
            (in, draft) -> draft.lastSeen = new LastSeen.Window(in.varInt(), acknowledged(in), 0),
            (out, draft) -> window(out, draft.lastSeenAs(LastSeen.Window.class)));

    /** Since 1.21.5. */
    static final Field<ChatDraft> WINDOW_WITH_CHECKSUM = new Field<>(
            (in, draft) -> draft.lastSeen = new LastSeen.Window(in.varInt(), acknowledged(in), in.uint8()),
            (out, draft) -> {
                LastSeen.Window window = draft.lastSeenAs(LastSeen.Window.class);
                window(out, window);
                out.int8(window.checksum());
            });

    String text = "";
    long timestampMillis;
    long salt;
    boolean isPreviewed;
    LastSeen lastSeen = LastSeen.NOTHING;

    static Optional<Bytes> nonEmpty(Bytes signature) {
        return signature.length() == 0 ? Optional.empty() : Optional.of(signature);
    }

    static Bytes fixedSignature(Bytes signature) {
        if (signature.length() != SIGNATURE_BYTES) {
            throw new IllegalArgumentException(
                    "a signature of " + signature.length() + " bytes, must be " + SIGNATURE_BYTES);
        }
        return signature;
    }

    private static Bytes acknowledged(PacketIn in) {
        return in.bareBytes(LastSeen.Window.ACKNOWLEDGED_BYTES, LastSeen.Window.ACKNOWLEDGED_BYTES);
    }

    private static void window(PacketOut out, LastSeen.Window window) {
        out.varInt(window.offset());
        out.bareBytes(window.acknowledged());
    }

    private static LastSeen.Message seen(PacketIn in) {
        return new LastSeen.Message(in.uuid(), in.bytes(MAX_SIGNATURE_BYTES));
    }

    private static void seen(PacketOut out, LastSeen.Message message) {
        out.uuid(message.sender());
        out.bytes(message.signature());
    }

    private <T extends LastSeen> T lastSeenAs(Class<T> form) {
        if (!form.isInstance(lastSeen)) {
            throw new IllegalArgumentException(
                    "this version says what it has seen as " + form.getSimpleName() + ", not " + lastSeen);
        }
        return form.cast(lastSeen);
    }
}
