// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.provider.file;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.net.config.ConfigProblem;
import dev.infrajar.net.config.ServerFiles;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.Timeouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Files of one line, {@code id domain}; any other content is not valid. */
final class FakeServerFiles implements ServerFiles {
    final List<Runnable> sectionListeners = new CopyOnWriteArrayList<>();
    final List<Runnable> directoryListeners = new CopyOnWriteArrayList<>();
    private volatile Path directory;

    FakeServerFiles(Path directory) {
        this.directory = directory;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public Result read(Path file) {
        String name = file.getFileName().toString();
        try {
            String[] words = Files.readString(file).split(" ", -1);
            return words.length == 2
                    ? new Result.Valid(server(words[0], words[1], name))
                    : new Result.Invalid(
                            List.of(new ConfigProblem(name, 7, 3, "words = " + words.length + ", must be 2")));
        } catch (IOException e) {
            return new Result.Invalid(List.of(new ConfigProblem(name, 0, 0, e.toString())));
        }
    }

    @Override
    public List<String> difference(ServerDefinition before, ServerDefinition now) {
        return now.domains().equals(before.domains())
                ? List.of()
                : List.of("domains: " + before.domains() + " -> " + now.domains());
    }

    @Override
    public Registration onSectionsChanged(Runnable changed) {
        sectionListeners.add(changed);
        return () -> sectionListeners.remove(changed);
    }

    @Override
    public Registration onDirectoryChanged(Runnable changed) {
        directoryListeners.add(changed);
        return () -> directoryListeners.remove(changed);
    }

    /** Another folder from now on. */
    void moveTo(Path other) {
        directory = other;
        directoryListeners.forEach(Runnable::run);
    }

    static ServerDefinition server(String id, String domain, String origin) {
        return new ServerDefinition(
                id,
                List.of(domain),
                List.of(BackendAddress.of(new HostAndPort("backend", 1))),
                ProxyMode.PASSTHROUGH,
                false,
                new DomainRewrite.None(),
                new Timeouts(Optional.empty(), Duration.ZERO, Duration.ZERO),
                0,
                "",
                origin,
                Map.of());
    }
}
