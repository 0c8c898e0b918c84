// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which bundles stay as they are while the proxy runs, and why. */
final class Protection {
    private static final String SHARED =
            "live sessions and all bundles are made of its classes; restart the proxy with the new file in system/";

    /** Names, or beginnings of names that end in a dot or dash, and why these bundles are never exchanged live. */
    private static final List<Map.Entry<String, String>> FIXED = List.of(
            Map.entry("system.bundle", "it is the framework itself"),
            Map.entry("org.apache.felix.", "it is a part of the framework that everything runs on"),
            Map.entry("org.osgi.", "it is a part of the framework that everything runs on"),
            Map.entry("io.netty.", SHARED),
            Map.entry("dev.infrajar.api", SHARED),
            Map.entry("dev.infrajar.net", SHARED),
            Map.entry("dev.infrajar.wrapped-", SHARED),
            Map.entry("dev.infrajar.transport", "its event loops carry the live sessions"),
            Map.entry("dev.infrajar.console", "the old one would take the next line of standard input"),
            Map.entry("dev.infrajar.extensions", "it would have to exchange itself"));

    private static final Map<String, String> NEVER_REMOVED = Map.of(
            "dev.infrajar.forwarder-copy", "it is the forwarder that always works, which the others fall back to",
            "dev.infrajar.compression-jdk", "it is the compression that always works, which the others fall back to",
            "dev.infrajar.encryption-jdk", "it is the encryption that always works, which the others fall back to");

    private static final String NO_PACKETS = "nobody joins a server with proxy_mode client_only or offline";

    private static final Map<String, String> MISSED = Map.ofEntries(
            Map.entry("dev.infrajar.config", "no bundle gets its configuration, and most stop"),
            Map.entry("dev.infrajar.listener", "nothing listens"),
            Map.entry("dev.infrajar.session", "new connections are not served"),
            Map.entry("dev.infrajar.router", "new connections find no server"),
            Map.entry("dev.infrajar.connector", "no backend is dialled"),
            Map.entry("dev.infrajar.provider-file", "there are no servers"),
            Map.entry("dev.infrajar.watch", "changed files are not noticed, and plugins and server files are not read"),
            Map.entry("dev.infrajar.status", "pings are not answered"),
            Map.entry("dev.infrajar.events", "plugins are not asked"),
            Map.entry("dev.infrajar.auth", NO_PACKETS),
            Map.entry("dev.infrajar.codec", NO_PACKETS),
            Map.entry("dev.infrajar.forwarder-frame", NO_PACKETS),
            Map.entry("dev.infrajar.forwarding", NO_PACKETS + ", and other backends are not told who players are"),
            Map.entry("dev.infrajar.taps", NO_PACKETS),
            Map.entry("dev.infrajar.commands", "there are no commands in the game"));

    private Protection() {}

    /** Why a bundle is never updated live; empty when it may be. */
    static Optional<String> againstUpdate(String symbolicName) {
        return FIXED.stream()
                .filter(entry -> covers(entry.getKey(), symbolicName))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean covers(String name, String symbolicName) {
        boolean isPrefix = name.endsWith(".") || name.endsWith("-");
        return isPrefix ? symbolicName.startsWith(name) : symbolicName.equals(name);
    }

    /** Why a bundle is never removed; empty when it may be. */
    static Optional<String> againstRemoval(String symbolicName) {
        return againstUpdate(symbolicName).or(() -> Optional.ofNullable(NEVER_REMOVED.get(symbolicName)));
    }

    /** What is missing when a bundle has been removed; empty when the proxy works without it. */
    static Optional<String> missed(String symbolicName) {
        return Optional.ofNullable(MISSED.get(symbolicName));
    }
}
