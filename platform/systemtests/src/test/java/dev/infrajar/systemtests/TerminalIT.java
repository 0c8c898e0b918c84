// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Signals;
import dev.infrajar.systemtests.proxy.Installation;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.PseudoTerminal;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The operator's console on a terminal. */
class TerminalIT {
    private static final int COLUMNS = 100;
    private static final String ESCAPE = "\033";
    private static final String UP = ESCAPE + "OA";
    private static final String INTERRUPT = "\003";
    private static final String END_OF_INPUT = "\004";
    private static final String PROMPT = ESCAPE + "[?2004h> ";
    private static final String PASTE_MODE_OFF = ESCAPE + "[?2004l";

    @RegisterExtension
    final Children children = Children.ofTest();

    private final Workspace workspace;

    TerminalIT(@TempDir Path directory) {
        workspace = Workspace.in(directory).server("survival", serverFile("survival.test"));
    }

    private static String serverFile(String domain) {
        return """
                domains = ["%s"]
                addresses = ["127.0.0.1:1"]
                """.formatted(domain);
    }

    @BeforeEach
    void needTerminal() {
        PseudoTerminal.assumeThere();
    }

    private Proxy start(String type, String... jvmOptions) {
        ProcessBuilder command = Installation.shared().command(workspace.directory());
        command.environment().put("INFRAJAR_JVM_OPTS", String.join(" ", jvmOptions));
        Proxy proxy = Proxy.start(children, PseudoTerminal.of(command, type, COLUMNS), workspace.port());
        proxy.process().awaitLine("the end of the start", line -> line.contains("Listening on"));
        return proxy;
    }

    /** Until there is a prompt, the kernel's own line editing takes what is typed, and an end of input is lost with it. */
    private Proxy startWithPrompt() {
        Proxy proxy = start("xterm");
        proxy.process().type("version");
        awaitLine(proxy, "Infrajar ");
        proxy.process().awaitUnfinished("the next prompt", line -> line.contains(PROMPT));
        return proxy;
    }

    private static void awaitLine(Proxy proxy, String text) {
        proxy.process().awaitLine(text, line -> line.contains(text));
    }

    private static String shown(Proxy proxy) {
        return String.join("\n", proxy.process().lines());
    }

    @Test
    void tabCompletesCommandsAndArguments() {
        Proxy proxy = startWithPrompt();

        proxy.process().press("relo\t\n");
        awaitLine(proxy, "servers: nothing has changed");
        proxy.process().press("server sur\t\n");
        awaitLine(proxy, "survival, from servers/survival.toml");
        proxy.process().press("config worker\t\n");
        awaitLine(proxy, "worker_threads = 0");
    }

    @Test
    void arrowUpBringsBackWhatWasTypedEvenAfterARestart() {
        Proxy first = startWithPrompt();
        first.process().type("config worker_threads");
        awaitLine(first, "worker_threads = 0");
        first.process().type("stop");
        assertThat(first.process().awaitExit(ChildProcess.PATIENCE)).isZero();

        Proxy second = startWithPrompt();
        second.process().press(UP + UP + UP + "\n");
        awaitLine(second, "worker_threads = 0");
        assertThat(workspace.directory().resolve(".infrajar_history")).content().contains("config worker_threads");
    }

    @Test
    void logLineDoesNotDestroyTheLineThatIsBeingTyped() {
        Proxy proxy = startWithPrompt();

        proxy.process().press("server sec");
        workspace.server("second", serverFile("second.test"));
        Pattern erasedBefore = Pattern.compile("\\A" + ESCAPE + "\\[K\\d{4}-.*server second added.*");
        proxy.process()
                .awaitLine("the log line", line -> erasedBefore.matcher(line).matches());
        proxy.process().press("ond\n");

        awaitLine(proxy, "second, from servers/second.toml");
        String shown = shown(proxy);
        assertThat(shown.substring(shown.indexOf("server second added"))).contains("> server sec");
    }

    @Test
    void tablesFitTheScreen() {
        workspace.server("long", serverFile("a-domain-of-a-very-long-name.".repeat(6) + "test"));
        Proxy proxy = startWithPrompt();

        proxy.process().type("servers");
        String row = proxy.process().awaitLine("the server", line -> line.startsWith("long "));

        assertThat(row).contains("…", "127.0.0.1:1").hasSizeLessThanOrEqualTo(COLUMNS);
    }

    @Test
    void endOfInputEndsTheConsoleAndNotTheProxy() {
        Proxy proxy = startWithPrompt();

        proxy.process().press(END_OF_INPUT);

        awaitLine(proxy, "The console has ended");
        workspace.server("later", serverFile("later.test"));
        awaitLine(proxy, "server later added");
        assertThat(proxy.isListening()).isTrue();
    }

    @Test
    void interruptEndsTheProxyInOrderAndGivesTheTerminalBack() {
        assumeFalse(Signals.isInterruptIgnored(), "SKIPPED: this process and its children ignore SIGINT");
        Proxy proxy = startWithPrompt();

        proxy.process().press("half a li");
        proxy.process().press(INTERRUPT);

        assertThat(proxy.process().awaitExit(ChildProcess.PATIENCE)).isZero();
        assertTerminalIsGivenBack(proxy);
    }

    @Test
    void stopGivesTheTerminalBack() {
        Proxy proxy = startWithPrompt();

        proxy.process().type("stop");

        assertThat(proxy.process().awaitExit(ChildProcess.PATIENCE)).isZero();
        assertTerminalIsGivenBack(proxy);
    }

    /** The log goes on to the end, no mode of the editor is left, and the kernel edits lines again. */
    private static void assertTerminalIsGivenBack(Proxy proxy) {
        String shown = shown(proxy);
        assertThat(shown)
                .contains("Port closed")
                .containsPattern("(?m)(^| )icanon ")
                .containsPattern("(?m)(^| )echo ");
        assertThat(shown.lastIndexOf(PASTE_MODE_OFF)).isGreaterThan(shown.lastIndexOf(ESCAPE + "[?2004h"));
    }

    @Test
    void startPrintsNoWarningAndLeavesNoFile(@TempDir Path temporary) {
        Proxy proxy = start("xterm", "-Djline.tmpdir=" + temporary);
        proxy.process().type("version");
        awaitLine(proxy, "Infrajar ");

        assertThat(shown(proxy)).doesNotContainIgnoringCase("warning").contains(ESCAPE);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void dumbTerminalGetsPlainLines() {
        Proxy proxy = start("dumb");

        proxy.process().type("servers");

        awaitLine(proxy, "survival.test");
        assertThat(shown(proxy)).doesNotContain(ESCAPE);
    }

    @Test
    void lackOfTheNativeLibraryIsSaidOnceAndHarmsNothing() {
        Proxy proxy = start("xterm", "-Djline.tmpdir=/nowhere");

        awaitLine(proxy, "The console has no line editing: ");
        proxy.process().type("servers");

        awaitLine(proxy, "survival.test");
        assertThat(shown(proxy)).doesNotContainIgnoringCase("warning").doesNotContain(ESCAPE);
    }
}
