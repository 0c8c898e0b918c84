// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import dev.infrajar.net.transport.Cidr;
import java.util.List;

/**
 * The {@code [ip_filter]} table of {@code infrarust.toml}.
 *
 * @param whitelist with any entry, nobody else passes
 * @param blacklist never passes
 */
@ConfigSection(id = IpFilterConfig.ID, table = "ip_filter")
record IpFilterConfig(
        @Key(
                byDefault = "[]",
                doc = "Addresses and blocks like `10.0.0.0/8`. With any entry, nobody else may join or ping.")
        List<Cidr> whitelist,

        @Key(
                byDefault = "[]",
                doc = "Addresses and blocks that may neither join nor ping, also those that are in `whitelist`.")
        List<Cidr> blacklist)
        implements AddressLists {
    static final String ID = "ip-filter";

    IpFilterConfig {
        whitelist = List.copyOf(whitelist);
        blacklist = List.copyOf(blacklist);
    }
}
