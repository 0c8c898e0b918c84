// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.launcher;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads the command line. The model is built by hand: reading annotations would cost time at every start. */
final class CommandLineReader {
    private static final String CONFIG = "--config";
    private static final String BIND = "--bind";
    private static final String LOG_LEVEL = "--log-level";
    private static final String PLUGINS_DIR = "--plugins-dir";
    private static final String CHECK = "check";
    private static final String TRAIN = "train";

    private CommandLineReader() {}

    /** What to do after reading. */
    sealed interface Result {
        /**
         * Nothing is left to do: help or version was printed, or the command line is wrong.
         *
         * @param exitCode the exit code
         */
        record Done(int exitCode) implements Result {}

        /**
         * Start.
         *
         * @param options what is asked for
         */
        record Run(LaunchOptions options) implements Result {}
    }

    static Result read(String[] arguments) {
        CommandLine line = new CommandLine(spec());
        try {
            ParseResult parsed = line.parseArgs(arguments);
            Integer helped = CommandLine.executeHelpRequest(parsed);
            return helped != null ? new Result.Done(helped) : new Result.Run(options(parsed));
        } catch (ParameterException e) {
            System.err.println(e.getMessage());
            System.err.println("Try 'infrajar --help'.");
            return new Result.Done(CommandLine.ExitCode.USAGE);
        }
    }

    private static LaunchOptions options(ParseResult parsed) {
        ParseResult sub = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        return new LaunchOptions(
                task(sub.commandSpec().name()),
                value(parsed, sub, CONFIG).map(Path::of).orElse(Path.of("infrarust.toml")),
                value(parsed, sub, BIND),
                value(parsed, sub, PLUGINS_DIR),
                value(parsed, sub, LOG_LEVEL).orElse(LogSettings.DEFAULT_LEVEL));
    }

    /** Options may stand before or behind the command. */
    private static Optional<String> value(ParseResult parsed, ParseResult sub, String option) {
        @Nullable String behind = sub.matchedOptionValue(option, null);
        return Optional.ofNullable(behind != null ? behind : parsed.matchedOptionValue(option, null));
    }

    private static LaunchOptions.Task task(String command) {
        return switch (command) {
            case CHECK -> LaunchOptions.Task.CHECK;
            case TRAIN -> LaunchOptions.Task.TRAIN;
            default -> LaunchOptions.Task.RUN;
        };
    }

    private static CommandSpec spec() {
        CommandSpec root = withOptions(CommandSpec.create().name("infrajar"));
        root.usageMessage().description("A Minecraft Java Edition proxy.");
        CommandSpec check = withOptions(CommandSpec.create());
        check.usageMessage()
                .description("Checks the configuration, prints every error with file, line and column, and exits.");
        CommandSpec train = withOptions(CommandSpec.create());
        train.usageMessage().hidden(true);
        root.addSubcommand(CHECK, check);
        root.addSubcommand(TRAIN, train);
        return root;
    }

    private static CommandSpec withOptions(CommandSpec spec) {
        String version = Main.class.getPackage().getImplementationVersion();
        return spec.version("infrajar " + (version == null ? "(unpacked)" : version))
                .addOption(option("the configuration file (default: infrarust.toml)", "FILE", "-c", CONFIG))
                .addOption(option("the address and port to listen on, instead of the file's", "ADDR", "-b", BIND))
                .addOption(option(
                        "trace, debug, info, warn, error, off, also for one bundle: info,router=debug (default: info)",
                        "LEVEL",
                        "-l",
                        LOG_LEVEL))
                .addOption(option("the folder of plugins, instead of the file's", "DIR", PLUGINS_DIR))
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("prints the version")
                        .build())
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("prints this text")
                        .build());
    }

    private static OptionSpec option(String description, String label, String... names) {
        return OptionSpec.builder(names)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }
}
