// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.internal.config.toml.Document;
import dev.infrajar.net.config.ConfigProblem;
import dev.infrajar.net.core.ServerDefinition;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Checks configuration files as a whole, the rules between server files included. */
final class ConfigCheck {
    private final ProxyFile proxyFile;
    private final Sections sections;
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final List<ConfigProblem> notices = new ArrayList<>();
    private int serverFiles;

    private ConfigCheck(ProxyFile proxyFile, Sections sections) {
        this.proxyFile = proxyFile;
        this.sections = sections;
    }

    /**
     * What a check found.
     *
     * @param problems what must be mended
     * @param notices what is only worth a warning
     * @param summary one line
     */
    record Report(List<ConfigProblem> problems, List<ConfigProblem> notices, String summary) {
        void print(PrintStream err, PrintStream out) {
            printProblems(err);
            notices.forEach(notice -> err.println("warning: " + notice));
            out.println(summary);
        }

        void printProblems(PrintStream err) {
            problems.forEach(err::println);
        }
    }

    /** Checks {@code infrarust.toml}. */
    static Report ofProxyFile(ProxyFile proxyFile, Sections sections) {
        ConfigCheck check = new ConfigCheck(proxyFile, sections);
        check.checkProxyFile();
        return check.report(proxyFile.name());
    }

    /** Checks {@code infrarust.toml} and all server files. */
    static Report ofAllFiles(ProxyFile proxyFile, Sections sections) {
        ConfigCheck check = new ConfigCheck(proxyFile, sections);
        check.checkProxyFile();
        proxyFile.serversDirectory(sections).ifPresent(check::checkServerFiles);
        return check.report(proxyFile.name() + " and " + check.serverFiles + " server files");
    }

    private Report report(String what) {
        return new Report(
                problems,
                notices,
                problems.isEmpty()
                        ? what + ": no problem found"
                        : what + ": " + problems.size() + (problems.size() == 1 ? " problem" : " problems"));
    }

    private void checkProxyFile() {
        switch (proxyFile.load(sections)) {
            case ProxyFile.Loaded.Valid(var _, var found) -> notices.addAll(found);
            case ProxyFile.Loaded.Invalid(var found) -> problems.addAll(found);
        }
    }

    private void checkServerFiles(Path directory) {
        Map<String, String> originById = new HashMap<>();
        Map<String, String> originByDomain = new HashMap<>();
        for (Path file : filesIn(directory)) {
            serverFiles++;
            switch (ServerFileReader.read(file, sections)) {
                case ServerFileReader.ServerFile.Invalid(var found) -> problems.addAll(found);
                case ServerFileReader.ServerFile.Valid(var server, var document) -> {
                    checkId(server, document, originById);
                    checkDomains(server, document, originByDomain);
                }
            }
        }
    }

    private void checkId(ServerDefinition server, Document document, Map<String, String> originById) {
        String first = originById.putIfAbsent(server.id(), server.origin());
        if (first != null) {
            List<String> key = List.of(document.contains(List.of("name")) ? "name" : "id");
            problems.add(document.problem(
                    key, "the id \"" + server.id() + "\" is already that of " + first + ", it must be unique"));
        }
    }

    private void checkDomains(ServerDefinition server, Document document, Map<String, String> originByDomain) {
        for (int i = 0; i < server.domains().size(); i++) {
            String domain = server.domains().get(i);
            String first = originByDomain.putIfAbsent(normalized(domain), server.origin());
            if (first != null && !first.equals(server.origin())) {
                problems.add(document.problem(
                        List.of("domains"), i, "\"" + domain + "\" already leads to the server of " + first));
            }
        }
    }

    /** The form in which routing compares; two equal patterns are one domain, two different ones never are. */
    private static String normalized(String domain) {
        return domain.strip().replaceAll("\\.+$", "").toLowerCase(Locale.ROOT);
    }

    private List<Path> filesIn(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(file -> file.toString().endsWith(".toml") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(new ConfigProblem(directory.toString(), 0, 0, "the folder cannot be read: " + e));
            return List.of();
        }
    }
}
