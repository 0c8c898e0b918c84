// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.result;

import dev.infrajar.bench.proc.Machine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page of a run, from the template beside this class. What people have written between the two marks survives the
 * next run.
 */
public final class Page {
    private static final String TEMPLATE = "page.md";
    private static final String REMARKS_BEGIN = "<!-- remarks -->\n";
    private static final String REMARKS_END = "<!-- end of remarks -->";
    private static final String NO_REMARKS = "Nothing has been written here yet.\n";
    private static final double MEGABYTE = 1e6;

    private final Run run;
    private final Results results;

    /**
     * What the page says about the run itself.
     *
     * @param command as it was called
     * @param date the day
     * @param revision of the sources; "unknown" outside a repository
     * @param parameters rounds and sizes, in words
     * @param contenders versions of what was measured
     * @param machine where
     */
    public record Run(
            String command,
            LocalDate date,
            String revision,
            String parameters,
            List<String> contenders,
            Machine machine) {}

    /** Describes a run. */
    public Page(Run run, Results results) {
        this.run = run;
        this.results = results;
    }

    /**
     * Writes the page; keeps the remarks of the one it replaces.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        String remarks = Files.exists(file) ? remarksOf(Files.readString(file)) : NO_REMARKS;
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text(remarks));
    }

    /**
     * The whole text.
     *
     * @param remarks ends with a line break
     */
    String text(String remarks) throws IOException {
        Tables tables = new Tables(results);
        return template()
                .replace("${command}", run.command())
                .replace("${date}", run.date().toString())
                .replace("${revision}", run.revision())
                .replace("${parameters}", run.parameters())
                .replace("${contenders}", String.join("; ", run.contenders()))
                .replace("${machine}", machine())
                .replace("${notes}", notes())
                .replace("${aims}", tables.aims())
                .replace("${missed}", tables.missed())
                .replace("${figures}", tables.figures())
                .replace("${remarks}", REMARKS_BEGIN + remarks + REMARKS_END);
    }

    /** What stands between the marks of a page. */
    static String remarksOf(String page) {
        int begin = page.indexOf(REMARKS_BEGIN);
        int end = page.indexOf(REMARKS_END);
        return begin < 0 || end < begin ? NO_REMARKS : page.substring(begin + REMARKS_BEGIN.length(), end);
    }

    private String machine() {
        Machine machine = run.machine();
        return "%s, %d cores, %.0f MB of memory, %s, Java %s; load average before the run %s"
                .formatted(
                        machine.cpuModel(),
                        machine.cores(),
                        machine.memoryBytes() / MEGABYTE,
                        machine.kernel(),
                        System.getProperty("java.version"),
                        Formats.fixed(machine.loadAverage(), 2));
    }

    private String notes() {
        return results.notes().isEmpty()
                ? "- notes: none\n"
                : results.notes().stream().map(note -> "- note: " + note + "\n").collect(Collectors.joining());
    }

    private static String template() throws IOException {
        try (InputStream in = Page.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IOException("the page's template is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
