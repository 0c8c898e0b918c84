// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.stress.load.Mix;
import dev.infrajar.stress.load.RecordingServer;
import dev.infrajar.stress.pattern.Pattern;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
    private final StringWriter errors = new StringWriter();

    private int run(String line) {
        CommandLine command = Main.commandLine().setErr(new PrintWriter(errors));
        return command.execute(line.split(" ", -1));
    }

    @Test
    void endsWithZeroWhenTheTargetHasAnswered() {
        try (var server = RecordingServer.start(RecordingServer.Behaviour.closingAfter(1))) {
            assertThat(run("malformed --seconds 1 --concurrent 2 --rate 20 --seed 1 --target 127.0.0.1:"
                            + server.address().getPort()))
                    .isZero();
        }
    }

    @Test
    void endsWithTwoWhenTheTargetIsNotThere() {
        int port = RecordingServer.deadAddress().getPort();

        assertThat(run("flood --kind status --seconds 1 --concurrent 1 --rate 1 --target 127.0.0.1:" + port))
                .isEqualTo(Run.NO_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flod",
                "flood --kind neither",
                "flood --concurrent 0",
                "flood --concurrent 1000000",
                "flood --seconds 0",
                "flood --rate 0",
                "malformed --kind status",
                "mixed --target 192.0.2.1:25565",
                "flood --target 127.0.0.1:99999"
            })
    void endsWithOneAndAHintWhenItCannotBeDone(String line) {
        assertThat(run(line)).isEqualTo(Main.BAD_USAGE);
        assertThat(errors.toString()).contains("Try 'infrajar-stress");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void sevenInTenOfTheMixedBehave(Kind kind) {
        Mix mix = Mixed.mix(kind);

        int behaved = weight(mix, pattern -> !Pattern.MALFORMED.contains(pattern));
        int malformed = weight(mix, Pattern.MALFORMED::contains);

        assertThat(behaved * 3).isEqualTo(malformed * 7);
    }

    private static int weight(Mix mix, Predicate<Pattern> which) {
        return mix.shares().stream()
                .filter(share -> which.test(share.pattern()))
                .mapToInt(Mix.Share::weight)
                .sum();
    }
}
