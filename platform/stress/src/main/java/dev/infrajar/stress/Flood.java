// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress;

import dev.infrajar.stress.load.Mix;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Many well-behaved clients. */
@Command(
        name = "flood",
        description = "Status and login handshakes as real clients make them, 200 at a time.",
        sortOptions = false)
final class Flood implements Callable<Integer> {
    private static final int CONCURRENT = 200;

    @Mixin
    private LoadOptions options = new LoadOptions();

    @Option(names = "--kind", paramLabel = "KIND", description = "status, login or both (both).")
    private Kind kind = Kind.BOTH;

    @Override
    public Integer call() {
        return new Run(options.plan(Mix.even(kind.patterns()), CONCURRENT), System.out, Main.LINE_INTERVAL).run();
    }
}
