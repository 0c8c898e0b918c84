// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress;

import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The command line. */
@Command(
        name = "infrajar-stress",
        description = "Puts a Minecraft proxy or server on this machine under load and tells how it bears it.",
        subcommands = {Flood.class, Malformed.class, Mixed.class},
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Main.Version.class,
        footer = {"", "Exit codes: 0 it ran; 1 the command line is wrong; 2 the target never answered."})
public final class Main {
    /** The command line is wrong, or the target is refused. */
    static final int BAD_USAGE = 1;

    /** How often the live line comes. */
    static final Duration LINE_INTERVAL = Duration.ofSeconds(5);

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it by itself
    private boolean help;

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it by itself
    private boolean version;

    /** Runs a command; see the footer above for the exit codes. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::refuse);
    }

    private static int refuse(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        command.getErr().println(fault.getMessage());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return BAD_USAGE;
    }

    /** From the manifest of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"infrajar-stress " + (version == null ? "(unpacked)" : version)};
        }
    }
}
