// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import dev.infrajar.net.packet.shared.CookieRequest;
import dev.infrajar.net.packet.shared.CookieResponse;
import dev.infrajar.net.packet.shared.Disconnect;
import dev.infrajar.net.packet.shared.KeepAlive;
import dev.infrajar.net.packet.shared.PluginMessage;
import dev.infrajar.net.packet.shared.StoreCookie;
import dev.infrajar.net.packet.shared.Transfer;
import dev.infrajar.net.wire.Bytes;

/** Layouts that are the same in several phases. */
final class SharedLayouts {
    static final Layout<Disconnect> DISCONNECT =
            Layout.of(in -> new Disconnect(in.text()), (out, packet) -> out.text(packet.text()));

    static final Layout<PluginMessage> PLUGIN_MESSAGE = Layout.of(
            in -> new PluginMessage(
                    in.string(), in.rest(in.terms().directionLimits().pluginMessageBytes())),
            (out, packet) -> {
                out.string(packet.channel());
                out.bareBytes(packet.data());
            });

    static final Layout<CookieRequest> COOKIE_REQUEST =
            Layout.of(in -> new CookieRequest(in.string()), (out, packet) -> out.string(packet.key()));

    static final Layout<CookieResponse> COOKIE_RESPONSE = Layout.of(
            in -> new CookieResponse(in.string(), in.optional(() -> in.bytes(StoreCookie.MAX_BYTES))),
            (out, packet) -> {
                out.string(packet.key());
                out.optional(packet.value(), value -> out.bytes(cookie(value)));
            });

    static final Layout<StoreCookie> STORE_COOKIE =
            Layout.of(in -> new StoreCookie(in.string(), in.bytes(StoreCookie.MAX_BYTES)), (out, packet) -> {
                out.string(packet.key());
                out.bytes(cookie(packet.value()));
            });

    static final Layout<Transfer> TRANSFER = Layout.of(in -> new Transfer(in.string(), in.varInt()), (out, packet) -> {
        out.string(packet.host());
        out.varInt(packet.port());
    });

    static final Layout<KeepAlive> KEEP_ALIVE =
            Layout.of(in -> new KeepAlive(in.int64()), (out, packet) -> out.int64(packet.id()));

    private SharedLayouts() {}

    private static Bytes cookie(Bytes value) {
        if (value.length() > StoreCookie.MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a cookie of " + value.length() + " bytes, at most " + StoreCookie.MAX_BYTES);
        }
        return value;
    }
}
