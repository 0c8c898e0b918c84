// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.ChatDecision;
import dev.infrajar.api.event.CommandDecision;
import dev.infrajar.api.event.KickedDecision;
import dev.infrajar.api.event.PluginMessageDecision;
import dev.infrajar.net.packet.play.ChatMessage;
import java.nio.ByteBuffer;
import net.kyori.adventure.text.Component;
import org.jspecify.annotations.Nullable;

/** Tells usable answers about packets from unusable ones. A plugin is not bound by our null checks: anything may be null. */
final class PacketAnswerReader {
    private PacketAnswerReader() {}

    static Read<ChatDecision> chat(@Nullable ChatDecision decision) {
        return switch (decision) {
            case null -> new Read.Invalid<>("answered null");
            case ChatDecision.Allow allow -> new Read.Valid<>(allow);
            case ChatDecision.Deny denial -> withText(denial.reason(), denial);
            case ChatDecision.Modify change -> modify(change);
        };
    }

    private static Read<ChatDecision> modify(ChatDecision.Modify change) {
        @Nullable String message = change.message();
        if (message == null || message.isEmpty() || message.length() > ChatMessage.MAX_CHARS) {
            return new Read.Invalid<>(
                    "changed a message to null, nothing, or more than " + ChatMessage.MAX_CHARS + " characters");
        }
        return message.startsWith("/")
                ? new Read.Invalid<>("changed a message to a command")
                : new Read.Valid<>(change);
    }

    static Read<CommandDecision> command(@Nullable CommandDecision decision) {
        return switch (decision) {
            case null -> new Read.Invalid<>("answered null");
            case CommandDecision.Allow allow -> new Read.Valid<>(allow);
            case CommandDecision.Deny denial -> withText(denial.reason(), denial);
        };
    }

    static Read<KickedDecision> kicked(@Nullable KickedDecision decision) {
        return switch (decision) {
            case null -> new Read.Invalid<>("answered null");
            case KickedDecision.Pass pass -> new Read.Valid<>(pass);
            case KickedDecision.Disconnect other -> withText(other.text(), other);
        };
    }

    private static <T> Read<T> withText(@Nullable Component text, T decision) {
        return text == null ? new Read.Invalid<>("answered without a text (null)") : new Read.Valid<>(decision);
    }

    static Read<PluginMessageDecision> pluginMessage(@Nullable PluginMessageDecision decision, int maxBytes) {
        return switch (decision) {
            case null -> new Read.Invalid<>("answered null");
            case PluginMessageDecision.Pass pass -> new Read.Valid<>(pass);
            case PluginMessageDecision.Drop drop -> new Read.Valid<>(drop);
            case PluginMessageDecision.Replace(ByteBuffer data) -> data(data, maxBytes);
        };
    }

    private static Read<PluginMessageDecision> data(@Nullable ByteBuffer data, int maxBytes) {
        return data == null || data.remaining() > maxBytes
                ? new Read.Invalid<>("changed data to null, or more than " + maxBytes + " bytes")
                : new Read.Valid<>(PluginMessageDecision.replace(data.duplicate()));
    }
}
