// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress;

import dev.infrajar.stress.load.Mix;
import dev.infrajar.stress.pattern.Pattern;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Both: 70 in 100 behave. */
@Command(
        name = "mixed",
        description = "Seven in ten as flood, three in ten as malformed, 200 at a time.",
        sortOptions = false)
final class Mixed implements Callable<Integer> {
    private static final int CONCURRENT = 200;
    private static final int WELL_BEHAVED = 7;
    private static final int MALFORMED = 3;

    @Mixin
    private LoadOptions options = new LoadOptions();

    @Option(names = "--kind", paramLabel = "KIND", description = "Of the well-behaved: status, login or both (both).")
    private Kind kind = Kind.BOTH;

    @Override
    public Integer call() {
        return new Run(options.plan(mix(kind), CONCURRENT), System.out, Main.LINE_INTERVAL).run();
    }

    /** Weights that give each kind of client the same part of its group, whatever the sizes of the groups are. */
    static Mix mix(Kind kind) {
        return new Mix(Stream.concat(
                        shares(kind.patterns(), WELL_BEHAVED * Pattern.MALFORMED.size()),
                        shares(Pattern.MALFORMED, MALFORMED * kind.patterns().size()))
                .toList());
    }

    private static Stream<Mix.Share> shares(List<Pattern> patterns, int weight) {
        return patterns.stream().map(pattern -> new Mix.Share(pattern, weight));
    }
}
