// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.internal.config.toml.Document;
import dev.infrajar.internal.config.toml.TomlReader;
import dev.infrajar.internal.config.toml.UnknownKeys;
import dev.infrajar.net.config.ConfigProblem;
import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.ServerRule;
import dev.infrajar.net.core.ServerDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a server definition from one file. */
final class ServerFileReader {
    private static final String ENDING = ".toml";

    private ServerFileReader() {}

    /** What reading gave. */
    sealed interface ServerFile {
        /**
         * A definition, and the file for messages about it.
         *
         * @param server the definition
         * @param document the file
         */
        record Valid(ServerDefinition server, Document document) implements ServerFile {}

        /**
         * A file that cannot be used.
         *
         * @param problems everything that is wrong, in the order of the file
         */
        record Invalid(List<ConfigProblem> problems) implements ServerFile {}
    }

    static ServerFile read(Path file, Sections sections) {
        return switch (TomlReader.read(file, nameOf(file))) {
            case TomlReader.Reading.Broken(var problems, var _) -> new ServerFile.Invalid(problems);
            case TomlReader.Reading.Parsed(var document, var duplicates) -> {
                List<ConfigProblem> problems = new ArrayList<>(duplicates);
                problems.addAll(UnknownKeys.find(
                        document,
                        sections.shape(ConfigSection.SERVER),
                        path -> ReferenceKeys.explain(ConfigSection.SERVER, path)));
                Map<Class<?>, Object> parts = bind(document, sections.of(ConfigSection.SERVER), problems);
                yield problems.isEmpty() && parts.remove(ServerKeys.class) instanceof ServerKeys keys
                        ? checked(definition(keys, file, document, parts), document)
                        : invalid(problems);
            }
        };
    }

    /** Asks the parts whether they fit the whole. */
    private static ServerFile checked(ServerDefinition server, Document document) {
        List<ConfigProblem> problems = new ArrayList<>();
        for (Object part : server.parts().values()) {
            if (part instanceof ServerRule rule) {
                rule.problem(server)
                        .ifPresent(
                                problem -> problems.add(document.problem(List.of(problem.key()), problem.message())));
            }
        }
        return problems.isEmpty() ? new ServerFile.Valid(server, document) : invalid(problems);
    }

    private static ServerFile invalid(List<ConfigProblem> problems) {
        return new ServerFile.Invalid(problems.stream()
                .sorted(Comparator.comparingInt(ConfigProblem::line).thenComparingInt(ConfigProblem::column))
                .toList());
    }

    private static Map<Class<?>, Object> bind(Document document, List<Section> sections, List<ConfigProblem> problems) {
        Map<Class<?>, Object> parts = new HashMap<>();
        for (Section section : sections) {
            boolean isThere = section.type() == ServerKeys.class
                    || section.declaration().paths(section.shape()).stream().anyMatch(document::contains);
            if (isThere) {
                section.binder().bind(document, problems).ifPresent(value -> parts.put(section.type(), value));
            }
        }
        return parts;
    }

    private static ServerDefinition definition(
            ServerKeys keys, Path file, Document document, Map<Class<?>, Object> parts) {
        return new ServerDefinition(
                keys.name().or(keys::id).orElseGet(() -> stemOf(file)),
                keys.domains(),
                keys.addresses(),
                keys.proxyMode(),
                keys.sendProxyProtocol(),
                keys.domainRewrite(),
                keys.timeouts().toTimeouts(),
                keys.maxPlayers(),
                keys.disconnectMessage(),
                document.name(),
                parts);
    }

    private static String stemOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /** Relative to the working directory if it is below, as an operator would write it. */
    private static String nameOf(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }
}
