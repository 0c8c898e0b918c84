// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptedOutputTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final List<String> above = new ArrayList<>();
    private final PromptedOutput output =
            new PromptedOutput(new PrintStream(written, false, StandardCharsets.UTF_8), this::note);
    private final PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);

    private void note(Runnable writing) {
        int before = written.size();
        writing.run();
        above.add(written.toString(StandardCharsets.UTF_8).substring(before));
    }

    @Test
    void handsOnWholeLines() {
        stream.print("one");
        stream.flush();
        assertThat(above).isEmpty();

        stream.print(" line\nand the beginn");
        stream.println("ing of another");
        assertThat(above).containsExactly("one line\n", "and the beginning of another" + System.lineSeparator());
    }

    @Test
    void handsOnLinesThatComeTogetherAtOnce() {
        stream.print("exception\n  at a\n  at b\n");

        assertThat(above).containsExactly("exception\n  at a\n  at b\n");
    }

    @Test
    void takesSingleBytes() {
        stream.write('a');
        stream.write('\n');

        assertThat(above).containsExactly("a\n");
    }

    @Test
    void keepsBackNoMoreThanItsBound() {
        stream.print("x".repeat(20_000));
        stream.print("y");

        assertThat(String.join("", above)).startsWith("xxx").hasSizeGreaterThanOrEqualTo(8 * 1024);
    }

    @Test
    void losesNothingAtTheEndNorAfterIt() {
        stream.print("half");
        output.handOnRest();
        output.handOnRest();
        stream.print(" and late\n");

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("half and late\n");
    }
}
