// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import dev.infrajar.bench.Contender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Ours, from the zip as users get it; a process for each contender, so that neither warms up the other. */
public final class Infrajar implements ProxyStarter {
    private final Distribution distribution;
    private final Path folder;
    private final Ports ports;
    private final Installation.Neighbours neighbours;
    private final Map<Contender, Installation> trained = new EnumMap<>(Contender.class);

    /**
     * Relays to a backend.
     *
     * @param distribution the zip
     * @param folder takes the unpacked copies
     * @param ports for its listeners
     * @param neighbours where it relays to, and whom it asks
     */
    public Infrajar(Distribution distribution, Path folder, Ports ports, Installation.Neighbours neighbours) {
        this.distribution = distribution;
        this.folder = folder;
        this.ports = ports;
        this.neighbours = neighbours;
    }

    /** Unpacks a new copy, which has no cache of its own. */
    public Installation install() throws IOException {
        return Installation.create(distribution, Files.createTempDirectory(folder, "ours"), ports.next(), neighbours);
    }

    /** A copy's first process may be slowed by writing the cache; what is measured is a later one, as users have it. */
    @Override
    public ProxyUnderTest start(Contender contender, Duration mayEndSilent) throws IOException {
        Installation installation = trained.get(contender);
        if (installation == null) {
            installation = install();
            Optional<PluginJar> plugin = PluginJar.of(contender);
            if (plugin.isPresent()) {
                installation.add(plugin.get());
            }
            launch(installation).close();
            trained.put(contender, installation);
        }
        ServerProcess server = launch(installation);
        RunningProxy proxy = new RunningProxy(installation.target(contender), server, true);
        Optional<PluginJar> plugin = PluginJar.of(contender);
        if (plugin.isPresent() && !server.hasWritten(plugin.get().activeLine())) {
            proxy.close();
            throw new IOException("infrajar: the plugin is not active; the output:\n" + server.lastLines());
        }
        return proxy;
    }

    private static ServerProcess launch(Installation installation) throws IOException {
        ServerProcess server = installation.launch();
        try {
            server.awaitPort(installation.address());
            return server;
        } catch (IOException e) {
            server.close();
            throw new IOException("infrajar: " + e.getMessage(), e);
        }
    }
}
