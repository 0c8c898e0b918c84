// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalCheckTest {
    @Test
    void readsFromATerminalInTheForeground(@TempDir Path process) throws IOException {
        create(process, "/dev/pts/3", 500, 500);

        assertThat(new TerminalCheck(process).canRead()).isTrue();
    }

    @Test
    void leavesATerminalAloneInTheBackground(@TempDir Path process) throws IOException {
        create(process, "/dev/pts/3", 500, 400);

        assertThat(new TerminalCheck(process).canRead()).isFalse();
    }

    @Test
    void readsFromAPipeInTheBackground(@TempDir Path process) throws IOException {
        create(process, "pipe:[1234]", 500, 400);

        assertThat(new TerminalCheck(process).canRead()).isTrue();
    }

    @Test
    void readsWhereNothingIsKnown(@TempDir Path process) {
        assertThat(new TerminalCheck(process.resolve("missing")).canRead()).isTrue();
    }

    private static void create(Path process, String input, int group, int foreground) throws IOException {
        Files.createSymbolicLink(Files.createDirectory(process.resolve("fd")).resolve("0"), Path.of(input));
        Files.writeString(
                process.resolve("stat"), "123 (java (x) y) S 1 " + group + " 500 34819 " + foreground + " 4194304 0\n");
    }
}
