// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.config.ConfigSection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that files of this format can have, whether or not a bundle is there for them. A key that is known, but has no
 * bundle, gets another message than a misspelt one.
 */
final class ReferenceKeys {
    /** The states that have a MOTD entry. */
    private static final Set<String> STATES =
            Set.of("online", "offline", "sleeping", "starting", "crashed", "stopping", "unreachable");

    private static final Set<String> MOTD = Set.of("text", "favicon", "version_name", "max_players");

    private static final Set<String> IP_FILTER = Set.of("whitelist", "blacklist");

    private static final Map<String, Set<String>> PROXY = Map.ofEntries(
            Map.entry(
                    "",
                    Set.of(
                            "bind",
                            "max_connections",
                            "connect_timeout",
                            "receive_proxy_protocol",
                            "servers_dir",
                            "plugins_dir",
                            "worker_threads",
                            "so_reuseport",
                            "unknown_domain_behavior",
                            "announce_proxy_commands",
                            "rate_limit",
                            "status_cache",
                            "keepalive",
                            "ban",
                            "default_motd",
                            "telemetry",
                            "docker",
                            "ip_filter",
                            "forwarding",
                            "web",
                            "permissions",
                            "plugins")),
            Map.entry("rate_limit", Set.of("max_connections", "window", "status_max", "status_window")),
            Map.entry("status_cache", Set.of("ttl", "max_entries")),
            Map.entry("keepalive", Set.of("time", "interval", "retries")),
            Map.entry("ban", Set.of("file", "purge_interval", "enable_audit_log")),
            Map.entry("default_motd", STATES),
            Map.entry("default_motd.*", MOTD),
            Map.entry("telemetry", Set.of("enabled", "endpoint", "protocol", "metrics", "traces", "resource")),
            Map.entry("telemetry.metrics", Set.of("enabled", "export_interval")),
            Map.entry("telemetry.traces", Set.of("enabled", "sampling_ratio")),
            Map.entry("telemetry.resource", Set.of("service_name", "service_version")),
            Map.entry("docker", Set.of("endpoint", "network", "poll_interval", "reconnect_delay")),
            Map.entry("ip_filter", IP_FILTER),
            Map.entry("forwarding", Set.of("mode", "secret_file", "bungeecord_channel", "channel_permissions")),
            Map.entry("web", Set.of("enable_api", "enable_webui", "bind", "api_key", "cors_origins", "rate_limit")),
            Map.entry("web.rate_limit", Set.of("requests_per_minute")),
            Map.entry("permissions", Set.of("admins", "player_commands")));

    private static final Map<String, Set<String>> SERVER = Map.ofEntries(
            Map.entry(
                    "",
                    Set.of(
                            "id",
                            "name",
                            "network",
                            "domains",
                            "addresses",
                            "proxy_mode",
                            "forwarding_mode",
                            "send_proxy_protocol",
                            "domain_rewrite",
                            "motd",
                            "server_manager",
                            "timeouts",
                            "max_players",
                            "ip_filter",
                            "disconnect_message",
                            "limbo_handlers")),
            Map.entry("motd", STATES),
            Map.entry("motd.*", MOTD),
            Map.entry("timeouts", Set.of("connect", "read", "write")),
            Map.entry("ip_filter", IP_FILTER));

    /** What the table of any plugin can have in files of this format, and what to do about it. */
    private static final Map<String, String> PLUGIN = Map.of(
            "enabled",
            "is not served: a plugin runs as long as its jar is in plugins_dir; remove the key, and take the jar out of"
                    + " there if the plugin shall not run",
            "path",
            "is not served: the jars in plugins_dir are the plugins; remove the key, and put the jar there",
            "permissions",
            "is not served: a plugin may do whatever the proxy may; remove the key");

    private static final String NOT_PROVIDED =
            "is known, but no installed bundle provides it: remove it or install the bundle";

    private ReferenceKeys() {}

    /**
     * Why a key that no section has is refused.
     *
     * @param file the kind of file
     * @param path the path of the key
     * @return empty when the key is not known at all
     */
    static Optional<String> explain(String file, List<String> path) {
        if (isOfPlugin(path)) {
            return Optional.ofNullable(PLUGIN.get(path.getLast()));
        }
        Map<String, Set<String>> keys = file.equals(ConfigSection.SERVER) ? SERVER : PROXY;
        List<String> parent = path.subList(0, path.size() - 1);
        boolean isKnown = keys.getOrDefault(String.join(".", parent), Set.of()).contains(path.getLast())
                || isStateKey(keys, parent, path.getLast());
        return isKnown ? Optional.of(NOT_PROVIDED) : Optional.empty();
    }

    private static boolean isOfPlugin(List<String> path) {
        return path.size() == 3 && path.getFirst().equals("plugins");
    }

    /**
     * Keys that the sections of plugins cannot have: a file of this format means something else by them.
     *
     * @param table the path of a section's table
     * @return none for other tables
     */
    static Set<String> reservedIn(List<String> table) {
        return table.size() == 2 && table.getFirst().equals("plugins") ? PLUGIN.keySet() : Set.of();
    }

    private static boolean isStateKey(Map<String, Set<String>> keys, List<String> parent, String key) {
        return parent.size() == 2
                && STATES.contains(parent.getLast())
                && keys.getOrDefault(parent.getFirst() + ".*", Set.of()).contains(key);
    }
}
