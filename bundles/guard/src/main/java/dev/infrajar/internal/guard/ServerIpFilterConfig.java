// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import dev.infrajar.net.transport.Cidr;
import java.util.List;

/**
 * The {@code [ip_filter]} table of a server file. An address must pass the one of {@code infrarust.toml} too.
 *
 * @param whitelist with any entry, nobody else passes
 * @param blacklist never passes
 */
@ConfigSection(id = "server-ip-filter", table = "ip_filter", file = ConfigSection.SERVER)
record ServerIpFilterConfig(
        @Key(
                byDefault = "[]",
                doc =
                        "Addresses and blocks like `10.0.0.0/8`. With any entry, nobody else may join or ping this server.")
        List<Cidr> whitelist,

        @Key(
                byDefault = "[]",
                doc =
                        "Addresses and blocks that may neither join nor ping this server, also those that are in `whitelist`.")
        List<Cidr> blacklist)
        implements AddressLists {
    ServerIpFilterConfig {
        whitelist = List.copyOf(whitelist);
        blacklist = List.copyOf(blacklist);
    }
}
