// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import dev.infrajar.net.core.HostAndPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sections as other bundles have them. */
final class SampleSections {
    private SampleSections() {}

    record Listener(
            @Key(doc = "", byDefault = "\"0.0.0.0:25565\"") HostAndPort bind,
            @Key(doc = "", byDefault = "0") int maxConnections,
            @Key(doc = "", byDefault = "false") boolean soReuseport) {
        Listener {
            if (maxConnections < 0) {
                throw new IllegalArgumentException("max_connections = " + maxConnections + ", must be at least 0");
            }
        }
    }

    record Workers(@Key(doc = "", byDefault = "0") int workerThreads) {}

    record Keepalive(
            @Key(doc = "", byDefault = "\"30s\"") Duration time,
            @Key(doc = "", byDefault = "\"10s\"") Duration interval,
            @Key(doc = "", byDefault = "3") int retries) {}

    record Connecting(@Key(doc = "", byDefault = "\"5s\"") Duration connectTimeout) {}

    record Plugins(
            @Key(doc = "", byDefault = "\"./plugins\"") Path pluginsDir) {}

    record Motd(@Key(doc = "") String text) {}

    record DefaultMotd(
            @Key(doc = "") Optional<Motd> online,
            @Key(doc = "") Optional<Motd> unreachable) {}

    record ServerMotd(
            @Key(doc = "") Optional<Motd> online,
            @Key(doc = "") Optional<Motd> unreachable) {}

    record Hello(
            @Key(doc = "") String greeting,
            @Key(doc = "", byDefault = "1") int times) {}

    static Section section(long bundleId, String bundle, String id, String table, String file, Class<?> type) {
        SectionDeclaration declaration =
                SectionDeclaration.of(Map.of("section", id, "table", table, "file", file, "record", type.getName()));
        return new Section(new Section.Owner(bundleId, bundle), declaration, type);
    }

    static Section proxy(long bundleId, String id, String table, Class<?> type) {
        return section(bundleId, "bundle-" + bundleId, id, table, ConfigSection.PROXY, type);
    }

    static Section server(long bundleId, String id, String table, Class<?> type) {
        return section(bundleId, "bundle-" + bundleId, id, table, ConfigSection.SERVER, type);
    }

    /** The configuration bundle's own sections. */
    static List<Section> own() {
        return List.of(
                proxy(1, ServersDirectory.ID, ".", ServersDirectory.class),
                server(1, ServerKeys.ID, ".", ServerKeys.class));
    }

    /** Those of a whole distribution. */
    static Sections all() {
        List<Section> sections = new ArrayList<>(own());
        sections.add(proxy(2, "listener", ".", Listener.class));
        sections.add(proxy(3, "transport", ".", Workers.class));
        sections.add(proxy(3, "keepalive", "keepalive", Keepalive.class));
        sections.add(proxy(4, "connector", ".", Connecting.class));
        sections.add(proxy(5, "extensions", ".", Plugins.class));
        sections.add(proxy(6, "status", "default_motd", DefaultMotd.class));
        sections.add(server(6, "server-motd", "motd", ServerMotd.class));
        return Sections.of(sections, List.of());
    }

    static Sections with(Sections sections, Section more) {
        List<Section> all = new ArrayList<>(sections.usable());
        all.add(more);
        return Sections.of(all, sections.failures());
    }

    static Sections without(Sections sections, String id) {
        return Sections.of(
                sections.usable().stream()
                        .filter(section -> !section.id().equals(id))
                        .toList(),
                sections.failures());
    }
}
