// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** The JMH benchmarks of parts; takes JMH's own arguments. */
@Command(name = "micro", description = "Runs the JMH benchmarks of parts; takes JMH's own options.")
final class Micro implements Callable<Integer> {
    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws RunnerException, CommandLineOptionException {
        new Runner(new CommandLineOptions(arguments.toArray(String[]::new))).run();
        return 0;
    }
}
