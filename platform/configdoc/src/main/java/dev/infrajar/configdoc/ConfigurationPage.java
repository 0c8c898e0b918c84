// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.configdoc;

import dev.infrajar.net.config.ConfigSection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of {@code docs/configuration.md}. */
final class ConfigurationPage {
    private static final String INTRODUCTION = """
            # Configuration

            <!-- Generated from the bundles' own definitions: `mvn verify -pl platform/configdoc -am -Dinfrajar.docs=write`
                 writes it anew, and the build fails when it is out of date. -->

            The proxy reads two kinds of TOML file: `infrarust.toml`, and one file for each server in the folder
            `servers_dir` (files that end in `.toml`, directly in the folder, ordered by name).

            Each table and key belongs to the bundle that understands it. Files are checked strictly: an unknown key, a
            wrong type, a value that breaks a rule, a missing key and a key that is there twice are errors, each reported with
            file, line and column. A key that is known but whose bundle is not installed is refused too, with a message that
            says so: no key is accepted and ignored. `bin/infrajar check` reports everything that is wrong in all files.

            An error in `infrarust.toml` prevents the start. A server file with an error is skipped at the start; while the
            proxy runs, its last good version stays. New, changed and removed server files take effect within a second, for
            new connections; sessions keep what they began with. `infrarust.toml` is watched too: all of a valid file comes
            into force at once, for new connections; a file with an error changes nothing. Keys that need a new start say so
            below.

            Two server files must not have the same id nor the same domain or pattern: `check` reports that as an error, a
            running proxy uses the first by file name. A table `[plugins.ID]` whose plugin is not installed is reported as a warning,
            and read when the plugin arrives; the keys `enabled`, `path` and `permissions` are refused there: a plugin runs as
            long as its jar is in `plugins_dir`. Relative paths start from the working directory.

            Values:

            - *duration*: a text of numbers with units, `"500ms"`, `"5s"`, `"2h30m"`, `"1d"`. Units: `ns`, `us`, `ms`, `s`, `m`
              (minutes), `h`, `d`, `w`, `M` (months of 30.44 days), `y` (years of 365.25 days), and their English names.
            - *address*: `"host"`, `"host:port"`, `"1.2.3.4:port"` or `"[::1]:port"`; the port is 25565 where none is given.
            """;

    private final StringBuilder text = new StringBuilder(INTRODUCTION);

    private ConfigurationPage() {}

    /** Writes the page. */
    static String of(List<DeclaredSection> sections) {
        ConfigurationPage page = new ConfigurationPage();
        page.file("`infrarust.toml`", sections, ConfigSection.PROXY);
        page.file("Server files", sections, ConfigSection.SERVER);
        return page.text.toString();
    }

    private void file(String title, List<DeclaredSection> sections, String file) {
        text.append("\n## ").append(title).append('\n');
        Map<String, List<DeclaredSection>> byTable = sections.stream()
                .filter(section -> section.file().equals(file))
                .collect(Collectors.groupingBy(DeclaredSection::table, LinkedHashMap::new, Collectors.toList()));
        byTable.forEach((table, ofTable) -> {
            boolean isTop = table.equals(".");
            text.append("\n### ")
                    .append(isTop ? "At the top of the file" : "`[" + table + "]`")
                    .append("\n\n| key | value | default | meaning | bundle |\n|---|---|---|---|---|\n");
            ofTable.forEach(section -> rows(section.record(), section.bundle()));
            ofTable.forEach(section -> innerTables(isTop ? "" : table + ".", section.record(), section.bundle()));
        });
    }

    private void rows(Class<?> record, String bundle) {
        for (KeyRow row : KeyRow.of(record)) {
            text.append("| `")
                    .append(row.name())
                    .append("` | ")
                    .append(cell(row.type()))
                    .append(" | ")
                    .append(cell(row.inner().isPresent() ? "" : row.byDefault()))
                    .append(" | ")
                    .append(cell(row.doc()))
                    .append(" | ")
                    .append(bundle)
                    .append(" |\n");
        }
    }

    /** The tables inside a table; those of one record are described once. */
    private void innerTables(String prefix, Class<?> record, String bundle) {
        Map<Class<?>, List<String>> namesByRecord = new LinkedHashMap<>();
        for (KeyRow row : KeyRow.of(record)) {
            String name = prefix + row.name() + (row.isNamed() ? ".NAME" : "");
            row.inner().ifPresent(inner -> namesByRecord.merge(inner, List.of(name), ConfigurationPage::joined));
        }
        namesByRecord.forEach((inner, names) -> {
            text.append("\n#### ")
                    .append(names.stream().map(name -> "`[" + name + "]`").collect(Collectors.joining(", ")))
                    .append("\n\n| key | value | default | meaning | bundle |\n|---|---|---|---|---|\n");
            rows(inner, bundle);
            innerTables(names.getFirst() + ".", inner, bundle);
        });
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static String cell(String words) {
        return words.replace("|", "\\|").replace('\n', ' ');
    }
}
