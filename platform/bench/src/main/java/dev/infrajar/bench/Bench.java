// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench;

import dev.infrajar.bench.proc.Machine;
import dev.infrajar.bench.result.Page;
import dev.infrajar.bench.result.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "platform/bench/run",
        description = "Measures direct, HAProxy and ours side by side and prints medians and ratios.",
        subcommands = Micro.class,
        sortOptions = false)
public final class Bench implements Callable<Integer> {
    private static final Path DEFAULT_PAGE = Path.of("docs", "bench", "side-by-side.md");
    private static final int FAILED_TURNS = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--quick", description = "One small round: shows that everything works; writes no page.")
    private boolean quick;

    @Option(names = "--rounds", paramLabel = "N", description = "Turns of every contender (9).")
    private @Nullable Integer rounds;

    @Option(names = "--megabytes", paramLabel = "N", description = "Moved per turn and direction (2000).")
    private @Nullable Integer megabytes;

    @Option(names = "--messages", paramLabel = "N", description = "Round trips per turn and size (20000).")
    private @Nullable Integer messages;

    @Option(names = "--sessions", paramLabel = "N", description = "Idle sessions at a time (1000).")
    private @Nullable Integer sessions;

    @Option(names = "--seconds", paramLabel = "N", description = "Of status requests and of joins, per turn (5).")
    private @Nullable Integer seconds;

    @Option(
            names = "--measures",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Out of: throughput, rtt, memory, status, joins, start (these); mode-stream, mode-rtt, mode-memory, mode-joins, mode-taps, mode-peek; modes for"
                            + " all of the latter.")
    private List<String> measures = Plan.RELAYS;

    @Option(
            names = "--contenders",
            split = ",",
            paramLabel = "NAME",
            description = "Out of: direct, haproxy-copy, haproxy-splice, ours-copy, ours-splice, ours-offline,"
                    + " ours-offline-watched, ours-offline-changed, ours-client-only, aes-cfb8, tap-chain,"
                    + " frame-passed, frame-peeked, frame-inflated (all).")
    private List<String> contenders =
            Arrays.stream(Contender.values()).map(Contender::label).toList();

    @Option(names = "--zip", paramLabel = "FILE", description = "The proxy (distribution/target/infrajar-*.zip).")
    private @Nullable Path zip;

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description = "Takes the results (docs/bench/side-by-side.md; none with --quick).")
    private @Nullable Path page;

    @Option(names = "--first-port", paramLabel = "PORT", description = "Free ports are taken from here on (21000).")
    private int firstPort = 21_000;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            description = "The longest that one session may take for one turn (60).")
    private int limitSeconds = 60;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it by itself
    private boolean help;

    /** Runs; exits with 0, or 1 when it could not run, 2 for wrong options, 3 when a contender failed. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setExecutionExceptionHandler((failure, command, _) -> report(failure, command))
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Machine machine = Machine.here();
        Plan plan = plan();
        SideBySide run = new SideBySide(plan, System.err);
        run.run();
        Tables tables = new Tables(run.results());
        System.out.println(tables.figures());
        System.out.println(tables.aims());
        run.results().notes().forEach(note -> System.out.println("note: " + note));
        Optional<Path> file = pageFile();
        if (file.isPresent()) {
            new Page(describe(plan, run, machine), run.results()).write(file.get());
            System.out.println("written: " + file.get());
        }
        return run.failures().isEmpty() ? 0 : FAILED_TURNS;
    }

    private Plan plan() {
        try {
            return new Plan(
                    measures,
                    contenders.stream().map(Contender::of).toList(),
                    sizes(),
                    Optional.ofNullable(zip),
                    firstPort,
                    Duration.ofSeconds(limitSeconds));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine(), e.getMessage(), e);
        }
    }

    private Plan.Sizes sizes() {
        Plan.Sizes base = quick ? Plan.Sizes.QUICK : Plan.Sizes.FULL;
        return new Plan.Sizes(
                orElse(rounds, base.rounds()),
                orElse(megabytes, base.megabytes()),
                orElse(messages, base.messages()),
                orElse(sessions, base.sessions()),
                orElse(seconds, base.seconds()));
    }

    private Optional<Path> pageFile() {
        return page == null && quick ? Optional.empty() : Optional.of(page == null ? DEFAULT_PAGE : page);
    }

    private Page.Run describe(Plan plan, SideBySide run, Machine machine) {
        String arguments = String.join(" ", commandLine().getParseResult().originalArgs());
        return new Page.Run(
                ("platform/bench/run " + arguments).strip(),
                LocalDate.now(ZoneOffset.UTC),
                revision(),
                plan.sizes().toString(),
                run.versions(),
                machine);
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("not called through picocli");
        }
        return spec.commandLine();
    }

    private static int orElse(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private static String revision() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
            try (var lines = git.inputReader(StandardCharsets.UTF_8)) {
                String line = lines.readLine();
                return line == null ? "unknown" : line;
            }
        } catch (IOException e) {
            // No git here: the sources came as an archive.
            return "unknown";
        }
    }

    private static int report(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof IOException) {
            command.getErr().println("bench: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
