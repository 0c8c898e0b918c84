// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleWriterTest {
    private final StringWriter written = new StringWriter();

    private List<String> table(int width) {
        new ConsoleWriter(written, width)
                .table(
                        List.of("NAME", "ADDRESS"),
                        List.of(List.of("Al", "a.very.long.address.example"), List.of("Bertram", "b")));
        return written.toString().lines().toList();
    }

    @Test
    void columnsAreAsWideAsTheirLongestCell() {
        assertThat(table(ConsoleWriter.UNLIMITED))
                .containsExactly("NAME     ADDRESS", "Al       a.very.long.address.example", "Bertram  b");
    }

    @Test
    void cutsTheWidestColumnToTheScreen() {
        assertThat(table(24)).containsExactly("NAME     ADDRESS", "Al       a.very.long.ad…", "Bertram  b");
    }

    @Test
    void cutsNoColumnBelowAReadableWidth() {
        assertThat(table(3)).contains("Al      a.ver…");
    }
}
