// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import io.netty.resolver.HostsFileEntriesProvider;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The hosts file. It is read at each question: it is small, and asked once in {@link #TTL} for each name. {@code localhost}
 * is the loopback address even where the file has no line for it (RFC 6761, section 6.3).
 *
 * @param file reads it
 */
record HostsFile(Supplier<HostsFileEntriesProvider> file) implements Lookup<List<InetAddress>> {
    /** An edit counts after this long. */
    static final Duration TTL = Duration.ofSeconds(10);

    private static final String LOCALHOST = "localhost";

    /** The platform's. */
    static HostsFile ofPlatform() {
        return new HostsFile(() -> HostsFileEntriesProvider.parser().parseSilently());
    }

    @Override
    public Answer<List<InetAddress>> ask(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        HostsFileEntriesProvider entries = file.get();
        List<InetAddress> all = new ArrayList<>(entries.ipv4Entries().getOrDefault(lower, List.of()));
        all.addAll(entries.ipv6Entries().getOrDefault(lower, List.of()));
        if (all.isEmpty() && isLocalhost(lower)) {
            all.add(NetUtil.LOCALHOST4);
        }
        return all.isEmpty() ? new Answer.None<>("not in the hosts file") : new Answer.Found<>(List.copyOf(all), TTL);
    }

    private static boolean isLocalhost(String lower) {
        return lower.equals(LOCALHOST) || lower.endsWith("." + LOCALHOST);
    }
}
