// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.configuration.FinishConfiguration;
import java.util.List;

/** The layouts of the configuration phase. */
final class ConfigurationLayouts {
    private static final Layout<FinishConfiguration> FINISH = Layout.empty(new FinishConfiguration());

    static final List<LayoutBands<?>> ALL = List.of(
            LayoutBands.from(764, ConfigurationPackets.FINISH, "finish_configuration", FINISH),
            LayoutBands.from(764, ConfigurationPackets.FINISH_ACKNOWLEDGED, "finish_configuration", FINISH),
            LayoutBands.from(764, ConfigurationPackets.DISCONNECT, "disconnect", SharedLayouts.DISCONNECT),
            LayoutBands.from(
                    764,
                    ConfigurationPackets.CLIENTBOUND_PLUGIN_MESSAGE,
                    "custom_payload",
                    SharedLayouts.PLUGIN_MESSAGE),
            LayoutBands.from(
                    764,
                    ConfigurationPackets.SERVERBOUND_PLUGIN_MESSAGE,
                    "custom_payload",
                    SharedLayouts.PLUGIN_MESSAGE),
            LayoutBands.from(764, ConfigurationPackets.CLIENT_INFORMATION, "settings", ClientInformationDraft.LISTED)
                    .since(768, ClientInformationDraft.WITH_PARTICLES),
            LayoutBands.from(764, ConfigurationPackets.CLIENTBOUND_KEEP_ALIVE, "keep_alive", SharedLayouts.KEEP_ALIVE),
            LayoutBands.from(764, ConfigurationPackets.SERVERBOUND_KEEP_ALIVE, "keep_alive", SharedLayouts.KEEP_ALIVE),
            LayoutBands.from(766, ConfigurationPackets.COOKIE_REQUEST, "cookie_request", SharedLayouts.COOKIE_REQUEST),
            LayoutBands.from(
                    766, ConfigurationPackets.COOKIE_RESPONSE, "cookie_response", SharedLayouts.COOKIE_RESPONSE),
            LayoutBands.from(766, ConfigurationPackets.STORE_COOKIE, "store_cookie", SharedLayouts.STORE_COOKIE),
            LayoutBands.from(766, ConfigurationPackets.TRANSFER, "transfer", SharedLayouts.TRANSFER));

    private ConfigurationLayouts() {}
}
