// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress;

import dev.infrajar.stress.load.Mix;
import dev.infrajar.stress.pattern.Pattern;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Many clients that break the protocol. */
@Command(
        name = "malformed",
        description = {
            "Clients that break the protocol, 50 at a time: a huge host name, a false VarInt, random bytes, an early"
                    + " close, random bytes after the handshake, one byte at a time (slowloris).",
            "A healthy target closes each of them."
        },
        sortOptions = false)
final class Malformed implements Callable<Integer> {
    private static final int CONCURRENT = 50;

    @Mixin
    private LoadOptions options = new LoadOptions();

    @Override
    public Integer call() {
        return new Run(options.plan(Mix.even(Pattern.MALFORMED), CONCURRENT), System.out, Main.LINE_INTERVAL).run();
    }
}
