// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleWriterTest {
    private static final List<String> HEADER = List.of("NAME", "ADDRESS");
    private static final List<List<String>> ROWS =
            List.of(List.of("Al", "a.very.long.address.example"), List.of("Bertram", "b"));

    private static List<String> table(int width) {
        StringWriter written = new StringWriter();
        new ConsoleWriter(written, width).table(HEADER, ROWS);
        return written.toString().lines().toList();
    }

    private static List<String> tableWithout(String cutFirst, int width) {
        StringWriter written = new StringWriter();
        new ConsoleWriter(written, width).table(HEADER, ROWS, cutFirst);
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
    void cutsTheColumnFirstThatCanBeDoneWithout() {
        assertThat(tableWithout("NAME", 24))
                .containsExactly("NAME    ADDRESS", "Al      a.very.long.add…", "Bertr…  b");
        assertThat(tableWithout("ADDRESS", 17)).containsExactly("NAME     ADDRESS", "Al       a.very.…", "Bertram  b");
        assertThat(tableWithout("NAME", ConsoleWriter.UNLIMITED)).isEqualTo(table(ConsoleWriter.UNLIMITED));
    }

    @Test
    void cutsNoColumnBelowAReadableWidth() {
        assertThat(table(3)).contains("Al      a.ver…");
    }
}
