// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineReaderTest {
    private static CommandLineReader.Result read(String line) {
        return CommandLineReader.read(line.isEmpty() ? new String[0] : line.split(" ", -1));
    }

    @Test
    void runsWithDefaultsWithoutArguments() {
        assertThat(read(""))
                .isEqualTo(new CommandLineReader.Result.Run(new LaunchOptions(
                        LaunchOptions.Task.RUN,
                        Path.of("infrarust.toml"),
                        Optional.empty(),
                        Optional.empty(),
                        LogSettings.DEFAULT_LEVEL)));
    }

    @Test
    void readsAllFlags() {
        assertThat(read("-c a.toml -b 127.0.0.1:1 -l info,router=debug --plugins-dir p"))
                .isEqualTo(new CommandLineReader.Result.Run(new LaunchOptions(
                        LaunchOptions.Task.RUN,
                        Path.of("a.toml"),
                        Optional.of("127.0.0.1:1"),
                        Optional.of("p"),
                        "info,router=debug")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-c a.toml check", "check -c a.toml", "check --config a.toml", "--config=a.toml check"})
    void takesFlagsBeforeAndBehindTheCommand(String line) {
        assertThat(read(line)).isInstanceOfSatisfying(CommandLineReader.Result.Run.class, run -> {
            assertThat(run.options().task()).isEqualTo(LaunchOptions.Task.CHECK);
            assertThat(run.options().config()).isEqualTo(Path.of("a.toml"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version", "-h", "--help", "check --help"})
    void startsNothingForHelpAndVersion(String line) {
        assertThat(read(line)).isEqualTo(new CommandLineReader.Result.Done(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--servers-dir x", "-c", "chekc"})
    void refusesWhatItDoesNotKnow(String line) {
        assertThat(read(line)).isEqualTo(new CommandLineReader.Result.Done(2));
    }
}
