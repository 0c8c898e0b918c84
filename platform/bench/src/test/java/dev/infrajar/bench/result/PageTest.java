// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.proc.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    private final Results results = new Results();
    private final Page page = new Page(
            new Page.Run(
                    "platform/bench/run --rounds 9",
                    LocalDate.of(2026, 11, 21),
                    "abc123",
                    "9 rounds",
                    List.of("HAProxy version 2.6.12", "infrajar-0.1.0.zip"),
                    new Machine("Fast One", 2, 24_000_000_000L, "Linux 6.18", 0.1)),
            results);

    private final Path folder;

    PageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void fillsTheWholeTemplate() throws IOException {
        results.add(Metric.NEXT_START, Contender.OURS_COPY, 900);
        results.note("something odd");

        assertThat(page.text("why\n"))
                .contains("- command: `platform/bench/run --rounds 9`", "- date: 2026-11-21", "- revision: abc123")
                .contains("Fast One, 2 cores, 24000 MB of memory, Linux 6.18")
                .contains("- note: something odd")
                .contains("| met")
                .doesNotContain("${");
    }

    @Test
    void keepsRemarksOfThePageItReplaces() throws IOException {
        Path file = folder.resolve("docs/side-by-side.md");
        page.write(file);
        Files.writeString(
                file, Files.readString(file).replace("Nothing has been written here yet.", "Because of the pipes."));

        results.add(Metric.NEXT_START, Contender.OURS_COPY, 900);
        page.write(file);

        assertThat(file).content().contains("Because of the pipes.", "900").doesNotContain("Nothing has been");
    }

    @Test
    void startsAfreshWhereThePageHasNoMarks() {
        assertThat(Page.remarksOf("# Something else\n")).isEqualTo("Nothing has been written here yet.\n");
    }
}
