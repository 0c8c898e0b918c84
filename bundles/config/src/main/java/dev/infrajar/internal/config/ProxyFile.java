// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.internal.config.toml.Document;
import dev.infrajar.internal.config.toml.Shape;
import dev.infrajar.internal.config.toml.TomlReader;
import dev.infrajar.internal.config.toml.UnknownKeys;
import dev.infrajar.net.config.ConfigProblem;
import dev.infrajar.net.config.ConfigSection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tomlj.Toml;

/** Reads {@code infrarust.toml}. Keeps nothing between two calls; thread-safe. */
final class ProxyFile {
    private static final Comparator<ConfigProblem> BY_PLACE =
            Comparator.comparingInt(ConfigProblem::line).thenComparingInt(ConfigProblem::column);

    private static final String PLUGINS = "plugins";

    private final LaunchOptions options;

    ProxyFile(LaunchOptions options) {
        this.options = options;
    }

    /** What loading gave. */
    sealed interface Loaded {
        /**
         * Everything asked for is valid.
         *
         * @param values a record for each section
         * @param notices what is worth a warning
         */
        record Valid(Map<Section, Object> values, List<ConfigProblem> notices) implements Loaded {}

        /**
         * Something is wrong.
         *
         * @param problems all of it, in the order of the file
         */
        record Invalid(List<ConfigProblem> problems) implements Loaded {}
    }

    /** The file, as it was named. */
    String name() {
        return options.file();
    }

    /** What is in the file now; empty when it cannot be read. Larger files than are parsed are not read whole. */
    Optional<ByteBuffer> content() {
        try (InputStream in = Files.newInputStream(path())) {
            return Optional.of(ByteBuffer.wrap(in.readNBytes(TomlReader.LARGEST_FILE + 1)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Path path() {
        return Path.of(options.file());
    }

    /** The file is there with nothing in it: hardly what somebody wants while the proxy runs. */
    ConfigProblem blank() {
        return new ConfigProblem(
                options.file(),
                0,
                0,
                "is empty, perhaps it is still being written; to take every default, put a comment into it");
    }

    /** Keys that the command line replaces. */
    Set<String> overridden() {
        return options.overrides().keySet();
    }

    /** Reads and checks the whole file. */
    Loaded load(Sections sections) {
        return switch (read()) {
            case TomlReader.Reading.Broken(var problems, var isMissing) ->
                new Loaded.Invalid(isMissing ? List.of(missing()) : problems);
            case TomlReader.Reading.Parsed(var document, var duplicates) -> {
                List<ConfigProblem> problems = new ArrayList<>(duplicates);
                List<List<String>> waiting = waitingPlugins(document, sections);
                problems.addAll(unknown(document, sections, waiting));
                Map<Section, Object> values = bind(document, sections.of(ConfigSection.PROXY), problems);
                yield result(values, notices(document, waiting), problems);
            }
        };
    }

    /** Reads the file for one section, whatever the rest of it says. */
    Loaded load(Section section) {
        return switch (read()) {
            case TomlReader.Reading.Broken(var problems, var isMissing) ->
                new Loaded.Invalid(isMissing ? List.of(missing()) : problems);
            case TomlReader.Reading.Parsed(var document, var _) -> {
                List<ConfigProblem> problems = new ArrayList<>();
                if (!section.declaration().table().isEmpty()) {
                    problems.addAll(
                            UnknownKeys.findIn(document, section.declaration().table(), section.shape()));
                }
                Map<Section, Object> values = bind(document, List.of(section), problems);
                yield result(values, List.of(), problems);
            }
        };
    }

    /** The folder of the server files, if that key is valid, whatever the rest of the file says. */
    Optional<Path> serversDirectory(Sections sections) {
        if (!(read() instanceof TomlReader.Reading.Parsed(var document, var _))) {
            return Optional.empty();
        }
        return sections.of(ConfigSection.PROXY).stream()
                .filter(section -> section.type() == ServersDirectory.class)
                .flatMap(section -> section.binder().bind(document, new ArrayList<>()).stream())
                .map(value -> ((ServersDirectory) value).serversDir())
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Where the file has something for a section. */
    Optional<String> find(Section section) {
        if (!(read() instanceof TomlReader.Reading.Parsed(var document, var _))) {
            return Optional.empty();
        }
        return section.declaration().paths(section.shape()).stream()
                .filter(document::contains)
                .map(keys -> document.problem(keys, String.join(".", keys)).toString())
                .findFirst();
    }

    private TomlReader.Reading read() {
        TomlReader.Reading reading = TomlReader.read(path(), options.file());
        if (reading instanceof TomlReader.Reading.Parsed(var document, var _)) {
            options.applyTo(document);
        }
        return reading;
    }

    private ConfigProblem missing() {
        return new ConfigProblem(
                options.file(),
                0,
                0,
                "there is no such file: make one (an empty file takes every default; docs/configuration.md lists the"
                        + " keys), or name another with --config");
    }

    private static List<ConfigProblem> unknown(Document document, Sections sections, List<List<String>> waiting) {
        Shape.Table shape = sections.shape(ConfigSection.PROXY);
        for (List<String> table : waiting) {
            shape = Sections.merge(shape, table, new Shape.Open());
        }
        List<ConfigProblem> problems = new ArrayList<>(
                UnknownKeys.find(document, shape, path -> ReferenceKeys.explain(ConfigSection.PROXY, path)));
        waiting.forEach(table -> problems.addAll(reserved(document, table)));
        return problems;
    }

    /** The table of a plugin that is not there may hold anything but what no plugin can have. */
    private static List<ConfigProblem> reserved(Document document, List<String> table) {
        return ReferenceKeys.reservedIn(table).stream()
                .map(key -> Stream.concat(table.stream(), Stream.of(key)).toList())
                .filter(document::contains)
                .flatMap(path -> ReferenceKeys.explain(ConfigSection.PROXY, path).stream()
                        .map(reason -> document.problem(path, Toml.joinKeyPath(path) + " " + reason)))
                .toList();
    }

    private static Map<Section, Object> bind(Document document, List<Section> sections, List<ConfigProblem> problems) {
        Map<Section, Object> values = new LinkedHashMap<>();
        for (Section section : sections) {
            section.binder().bind(document, problems).ifPresent(value -> {
                values.put(section, value);
                checkFolder(document, value, problems);
            });
        }
        return values;
    }

    private static void checkFolder(Document document, Object value, List<ConfigProblem> problems) {
        if (value instanceof ServersDirectory(var directory) && !Files.isDirectory(directory)) {
            problems.add(document.problem(
                    List.of("servers_dir"), "servers_dir = \"" + directory + "\", must be a folder that exists"));
        }
    }

    private static Loaded result(
            Map<Section, Object> values, List<ConfigProblem> notices, List<ConfigProblem> problems) {
        return problems.isEmpty()
                ? new Loaded.Valid(values, notices)
                : new Loaded.Invalid(problems.stream().sorted(BY_PLACE).toList());
    }

    /** Tables that no installed plugin has: plugins may be dropped in at any time, and their tables are read then. */
    private static List<List<String>> waitingPlugins(Document document, Sections sections) {
        List<List<String>> declared = sections.of(ConfigSection.PROXY).stream()
                .map(section -> section.declaration().table())
                .toList();
        return document.tablesIn(List.of(PLUGINS)).stream()
                .filter(table -> !declared.contains(table))
                .toList();
    }

    private static List<ConfigProblem> notices(Document document, List<List<String>> waiting) {
        return waiting.stream()
                .map(table -> document.problem(
                        table,
                        "[" + String.join(".", table)
                                + "] is not read: its plugin is not installed (yet), or has no such table"))
                .toList();
    }
}
