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

import dev.infrajar.net.packet.login.LoginAcknowledged;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.packet.login.LoginPluginRequest;
import dev.infrajar.net.packet.login.LoginPluginResponse;
import dev.infrajar.net.packet.login.SetCompression;
import java.util.List;

/** The layouts of the login phase. */
final class LoginLayouts {
    static final List<LayoutBands<?>> ALL = List.of(
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
