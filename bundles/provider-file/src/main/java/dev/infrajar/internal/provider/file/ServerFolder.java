// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.provider.file;

import dev.infrajar.net.config.ConfigProblem;
import dev.infrajar.net.config.ServerFiles;
import dev.infrajar.net.core.ServerDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the files of the folder last said. A file that is broken now counts with its last good version. For one thread at
 * a time.
 */
final class ServerFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ServerFolder.class);

    private final ServerFiles files;

    /** The last good version of each file, in file-name order. */
    private final Map<Path, ServerDefinition> good = new TreeMap<>();

    /** What was wrong at the last reading, so that it is said once. */
    private Set<String> complaints = Set.of();

    private List<ServerDefinition> servers = List.of();

    ServerFolder(ServerFiles files) {
        this.files = files;
    }

    /** The servers of the last reading, in file-name order, each id once. */
    List<ServerDefinition> servers() {
        return servers;
    }

    /**
     * Reads all files. Blocks on the disk.
     *
     * @return what has changed, then everything that is wrong, be it new or known; both are logged, the known not again
     */
    List<String> read() {
        Set<String> wrong = new LinkedHashSet<>();
        List<ServerDefinition> now = read(wrong);
        wrong.stream().filter(complaint -> !complaints.contains(complaint)).forEach(LOG::error);
        List<String> report = changes(now);
        report.forEach(LOG::info);
        report.addAll(wrong);
        complaints = wrong;
        servers = now;
        return report;
    }

    private List<ServerDefinition> read(Set<String> wrong) {
        List<Path> present;
        try {
            present = list();
        } catch (IOException e) {
            wrong.add("the folder of the server files cannot be read, its servers stay as they were: " + e);
            return servers;
        }
        good.keySet().retainAll(new HashSet<>(present));
        present.forEach(file -> readFile(file, wrong));
        return firstOfEachId(wrong);
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> entries = Files.list(files.directory())) {
            return entries.filter(file -> file.toString().endsWith(".toml") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    private void readFile(Path file, Set<String> wrong) {
        switch (files.read(file)) {
            case ServerFiles.Result.Valid(var server) -> good.put(file, server);
            case ServerFiles.Result.Invalid(var problems) -> {
                String consequence = good.containsKey(file) ? "its last good version stays" : "it is skipped";
                wrong.add("server file " + file.getFileName() + " is not valid, " + consequence + lines(problems));
            }
        }
    }

    private static String lines(List<ConfigProblem> problems) {
        StringBuilder lines = new StringBuilder();
        problems.forEach(problem -> lines.append("\n  ").append(problem));
        return lines.toString();
    }

    private List<ServerDefinition> firstOfEachId(Set<String> wrong) {
        Map<String, ServerDefinition> byId = new LinkedHashMap<>();
        for (ServerDefinition server : good.values()) {
            ServerDefinition first = byId.putIfAbsent(server.id(), server);
            if (first != null) {
                wrong.add(server.origin() + " is not used: its id \"" + server.id() + "\" is already that of "
                        + first.origin());
            }
        }
        return List.copyOf(byId.values());
    }

    private List<String> changes(List<ServerDefinition> now) {
        Map<String, ServerDefinition> before = new HashMap<>();
        servers.forEach(server -> before.put(server.id(), server));
        List<String> changes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ServerDefinition server : now) {
            ids.add(server.id());
            ServerDefinition old = before.get(server.id());
            if (old == null) {
                changes.add("server " + server.id() + " added from " + server.origin());
            } else if (!old.equals(server)) {
                changes.addAll(updates(old, server));
            }
        }
        servers.stream()
                .filter(server -> !ids.contains(server.id()))
                .forEach(server -> changes.add("server " + server.id() + " removed"));
        return changes;
    }

    private List<String> updates(ServerDefinition old, ServerDefinition server) {
        String line = "server " + server.id() + " updated from " + server.origin();
        List<String> keys = files.difference(old, server);
        return keys.isEmpty()
                ? List.of(line)
                : keys.stream().map(key -> line + ": " + key).toList();
    }
}
