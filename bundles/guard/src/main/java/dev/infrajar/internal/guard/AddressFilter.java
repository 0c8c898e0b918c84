// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.net.InetAddress;

/** Says who passes an {@code [ip_filter]} table. Thread-safe. */
final class AddressFilter {
    /** By the table's own identity: a reload brings another one, and the old one is forgotten with it. */
    private final LoadingCache<AddressLists, Prepared> prepared = Caffeine.newBuilder()
            .weakKeys()
            .executor(Runnable::run)
            .build(lists -> new Prepared(new AddressSet(lists.whitelist()), new AddressSet(lists.blacklist())));

    private record Prepared(AddressSet whitelist, AddressSet blacklist) {
        boolean admits(InetAddress address) {
            return !blacklist.contains(address) && (whitelist.isEmpty() || whitelist.contains(address));
        }
    }

    /** Whether an address passes a table. The first call for a table sorts its lists. */
    boolean admits(AddressLists lists, InetAddress address) {
        boolean isOpen = lists.whitelist().isEmpty() && lists.blacklist().isEmpty();
        return isOpen || prepared.get(lists).admits(address);
    }
}
