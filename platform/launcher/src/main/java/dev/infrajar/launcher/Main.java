// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.launcher;

import java.util.Optional;

/** The entry point: reads the command line, runs the proxy, ends the process. */
public final class Main {
    private Main() {}

    /**
     * Runs the proxy until it is stopped.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        int exitCode;
        try {
            exitCode = run(arguments);
        } finally {
            LogSettings.flush();
        }
        System.exit(exitCode);
    }

    private static int run(String[] arguments) {
        return switch (CommandLineReader.read(arguments)) {
            case CommandLineReader.Result.Done(int exitCode) -> exitCode;
            case CommandLineReader.Result.Run(LaunchOptions options) -> launch(options);
        };
    }

    private static int launch(LaunchOptions options) {
        LogSettings.apply(options.logLevel());
        if (options.task() == LaunchOptions.Task.TRAIN) {
            return TrainingRun.run(Layout.ofInstallation());
        }
        return new Launcher(Layout.ofInstallation(), options).run(Optional.empty());
    }
}
