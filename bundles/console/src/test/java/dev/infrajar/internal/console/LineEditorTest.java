// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a terminal of bytes in memory. */
@Timeout(60)
class LineEditorTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final CommandTable commands = new CommandTable();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final LineDisciplineTerminal terminal;
    private final LineEditor editor;

    LineEditorTest() throws IOException {
        terminal = new LineDisciplineTerminal(
                "test", "xterm", shown, StandardCharsets.UTF_8, Terminal.SignalHandler.SIG_DFL);
        terminal.setAttributes(new Attributes());
        terminal.setSize(new Size(80, 24));
        editor = new LineEditor(terminal, new Completion(commands), Optional.empty());
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
    }

    private void type(String text) throws IOException {
        terminal.processInputBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void read(int count) {
        Thread.ofPlatform().daemon().start(() -> {
            for (int i = 0; i < count; i++) {
                lines.add(editor.readLine("> "));
            }
        });
    }

    private String nextLine() throws InterruptedException {
        String line = lines.poll(30, TimeUnit.SECONDS);
        assertThat(line).as("a line").isNotNull();
        return String.valueOf(line);
    }

    @Test
    void keepsCharactersThatOtherShellsTreatApart() throws Exception {
        read(1);
        type("kick Steve it's \"over\" \\o/ now!!\r");

        assertThat(nextLine()).isEqualTo("kick Steve it's \"over\" \\o/ now!!");
    }

    @Test
    void completesAndRemembers() throws Exception {
        commands.add(new CommandTable.Entry(0, 1, FakeCommand.named("broadcast")));
        read(2);
        type("bro\thello\r");
        assertThat(nextLine()).isEqualTo("broadcast hello");

        type("\033OA\r");
        assertThat(nextLine()).isEqualTo("broadcast hello");
    }

    @Test
    void keepsTheLineThatIsBeingTypedWhileOthersWrite() throws Exception {
        read(1);
        type("he");
        editor.above(() -> shown.writeBytes("a line of the log\r\n".getBytes(StandardCharsets.UTF_8)));
        type("lp\r");

        assertThat(nextLine()).isEqualTo("help");
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("a line of the log\r\n");
    }

    @Test
    void writesEvenWhileCompletionIsStuck() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        commands.add(new CommandTable.Entry(0, 1, new StuckCommand(stuck, go)));
        read(1);
        type("stuck \t");
        assertThat(stuck.await(30, TimeUnit.SECONDS)).isTrue();

        editor.above(() -> shown.writeBytes("still written".getBytes(StandardCharsets.UTF_8)));

        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("still written");
        go.countDown();
        type("\r");
        assertThat(nextLine()).startsWith("stuck");
    }

    @Test
    void writesEvenWhenTheTerminalIsClosed() throws Exception {
        terminal.close();

        editor.above(() -> shown.writeBytes("still written".getBytes(StandardCharsets.UTF_8)));

        assertThat(shown.toString(StandardCharsets.UTF_8)).endsWith("still written");
    }
}
