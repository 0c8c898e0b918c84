// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import dev.infrajar.net.transport.Cidr;
import java.util.List;

/** The two lists of an {@code [ip_filter]} table. */
sealed interface AddressLists permits IpFilterConfig, ServerIpFilterConfig {
    /** With any entry, nobody else passes. */
    List<Cidr> whitelist();

    /** Never passes, whatever the other list says. */
    List<Cidr> blacklist();
}
