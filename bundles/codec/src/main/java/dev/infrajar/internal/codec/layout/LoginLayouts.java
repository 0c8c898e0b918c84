// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import static dev.infrajar.internal.codec.layout.LoginSuccessDraft.DASHED_UUID;
import static dev.infrajar.internal.codec.layout.LoginSuccessDraft.DRAFTS;
import static dev.infrajar.internal.codec.layout.LoginSuccessDraft.NAME;
import static dev.infrajar.internal.codec.layout.LoginSuccessDraft.PROPERTIES;
import static dev.infrajar.internal.codec.layout.LoginSuccessDraft.SESSION_ID;
import static dev.infrajar.internal.codec.layout.LoginSuccessDraft.STRICT;
import static dev.infrajar.internal.codec.layout.LoginSuccessDraft.UNDASHED_UUID;
import static dev.infrajar.internal.codec.layout.LoginSuccessDraft.UUID_BYTES;

import dev.infrajar.net.packet.login.ChatKey;
import dev.infrajar.net.packet.login.LoginAcknowledged;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.packet.login.LoginPluginRequest;
import dev.infrajar.net.packet.login.LoginPluginResponse;
import dev.infrajar.net.packet.login.LoginStart;
import dev.infrajar.net.packet.login.SetCompression;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The layouts of the login phase. */
final class LoginLayouts {
    private static final int MAX_NAME_CHARS = 16;

    static final List<LayoutBands<?>> ALL = List.of(
            LayoutBands.from(4, LoginPackets.START, "login_start", startWithName())
                    .since(759, startWithKey())
                    .since(760, startWithKeyAndUuid())
                    .since(761, startWithOptionalUuid())
                    .since(764, startWithUuid()),
            LayoutBands.from(4, LoginPackets.ENCRYPTION_REQUEST, "encryption_begin", EncryptionLayouts.REQUEST_1_7)
                    .since(47, EncryptionLayouts.REQUEST)
                    .since(766, EncryptionLayouts.REQUEST_WITH_AUTHENTICATION),
            LayoutBands.from(4, LoginPackets.ENCRYPTION_RESPONSE, "encryption_begin", EncryptionLayouts.RESPONSE_1_7)
                    .since(47, EncryptionLayouts.RESPONSE)
                    .since(759, EncryptionLayouts.RESPONSE_WITH_SIGNATURE)
                    .since(761, EncryptionLayouts.RESPONSE),
            LayoutBands.from(47, LoginPackets.SET_COMPRESSION, "compress", setCompression()),
            LayoutBands.from(393, LoginPackets.PLUGIN_REQUEST, "login_plugin_request", pluginRequest()),
            LayoutBands.from(393, LoginPackets.PLUGIN_RESPONSE, "login_plugin_response", pluginResponse()),
            LayoutBands.from(766, LoginPackets.COOKIE_REQUEST, "cookie_request", SharedLayouts.COOKIE_REQUEST),
            LayoutBands.from(766, LoginPackets.COOKIE_RESPONSE, "cookie_response", SharedLayouts.COOKIE_RESPONSE),
            LayoutBands.from(4, LoginPackets.SUCCESS, "success", DRAFTS.layout(UNDASHED_UUID, NAME))
                    .since(5, DRAFTS.layout(DASHED_UUID, NAME))
                    .since(735, DRAFTS.layout(UUID_BYTES, NAME))
                    .since(759, DRAFTS.layout(UUID_BYTES, NAME, PROPERTIES))
                    .since(766, DRAFTS.layout(UUID_BYTES, NAME, PROPERTIES, STRICT))
                    .since(768, DRAFTS.layout(UUID_BYTES, NAME, PROPERTIES))
                    .since(776, DRAFTS.layout(UUID_BYTES, NAME, PROPERTIES, SESSION_ID)),
            LayoutBands.from(
                    764, LoginPackets.ACKNOWLEDGED, "login_acknowledged", Layout.empty(new LoginAcknowledged())),
            LayoutBands.from(4, LoginPackets.DISCONNECT, "disconnect", SharedLayouts.DISCONNECT));

    private LoginLayouts() {}

    private static Layout<LoginStart> startWithName() {
        return Layout.of(
                in -> new LoginStart(in.string(MAX_NAME_CHARS), Optional.empty(), Optional.empty()),
                (out, packet) -> out.string(packet.name(), MAX_NAME_CHARS));
    }

    private static Layout<LoginStart> startWithKey() {
        return Layout.of(
                in -> new LoginStart(in.string(MAX_NAME_CHARS), Optional.empty(), in.optional(() -> key(in))),
                (out, packet) -> {
                    out.string(packet.name(), MAX_NAME_CHARS);
                    out.optional(packet.key(), key -> writeKey(out, key));
                });
    }

    private static Layout<LoginStart> startWithKeyAndUuid() {
        return Layout.of(
                in -> {
                    String name = in.string(MAX_NAME_CHARS);
                    Optional<ChatKey> key = in.optional(() -> key(in));
                    return new LoginStart(name, in.optional(in::uuid), key);
                },
                (out, packet) -> {
                    out.string(packet.name(), MAX_NAME_CHARS);
                    out.optional(packet.key(), key -> writeKey(out, key));
                    out.optional(packet.uuid(), out::uuid);
                });
    }

    private static Layout<LoginStart> startWithOptionalUuid() {
        return Layout.of(
                in -> new LoginStart(in.string(MAX_NAME_CHARS), in.optional(in::uuid), Optional.empty()),
                (out, packet) -> {
                    out.string(packet.name(), MAX_NAME_CHARS);
                    out.optional(packet.uuid(), out::uuid);
                });
    }

    private static Layout<LoginStart> startWithUuid() {
        return Layout.of(
                in -> new LoginStart(in.string(MAX_NAME_CHARS), Optional.of(in.uuid()), Optional.empty()),
                (out, packet) -> {
                    out.string(packet.name(), MAX_NAME_CHARS);
                    out.uuid(packet.uuid()
                            .orElseThrow(() -> new IllegalArgumentException("this version needs the player's UUID")));
                });
    }

    private static ChatKey key(PacketIn in) {
        return new ChatKey(
                Instant.ofEpochMilli(in.int64()),
                in.bytes(ChatKey.MAX_KEY_BYTES),
                in.bytes(ChatKey.MAX_SIGNATURE_BYTES));
    }

    private static void writeKey(PacketOut out, ChatKey key) {
        out.int64(key.expiresAt().toEpochMilli());
        out.bytes(key.publicKey());
        out.bytes(key.signature());
    }

    private static Layout<SetCompression> setCompression() {
        return Layout.of(in -> new SetCompression(in.varInt()), (out, packet) -> out.varInt(packet.threshold()));
    }

    private static Layout<LoginPluginRequest> pluginRequest() {
        return Layout.of(
                in -> new LoginPluginRequest(
                        in.varInt(), in.string(), in.rest(in.terms().limits().loginPluginBytes())),
                (out, packet) -> {
                    out.varInt(packet.messageId());
                    out.string(packet.channel());
                    out.bareBytes(packet.data());
                });
    }

    private static Layout<LoginPluginResponse> pluginResponse() {
        return Layout.of(
                in -> new LoginPluginResponse(
                        in.varInt(),
                        in.optional(() -> in.rest(in.terms().limits().loginPluginBytes()))),
                (out, packet) -> {
                    out.varInt(packet.messageId());
                    out.optional(packet.data(), out::bareBytes);
                });
    }
}
