// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress;

import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.stress.load.Mix;
import dev.infrajar.stress.load.Plan;
import dev.infrajar.stress.load.Sources;
import dev.infrajar.stress.pattern.Opening;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that all commands share. */
final class LoadOptions {
    private static final int DEFAULT_SECONDS = 300;
    private static final int MOST_SECONDS = 86_400;
    private static final int MOST_CONCURRENT = 60_000;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--target", paramLabel = "HOST:PORT", description = "What is put under load (127.0.0.1:25565).")
    private String target = "127.0.0.1:25565";

    @Option(names = "--allow-remote", description = "Takes a target that is not this machine's loopback.")
    private boolean allowsRemote;

    @Option(names = "--host", paramLabel = "NAME", description = "The host that clients name (that of the target).")
    private @Nullable String host;

    @Option(names = "--concurrent", paramLabel = "N", description = "Connections open at a time, at most.")
    private @Nullable Integer concurrent;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long connections are opened (300); the last then have 15 s to end.")
    private int seconds = DEFAULT_SECONDS;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Connections opened in a second, at most (as many as others end).")
    private @Nullable Integer rate;

    @Option(names = "--protocol", paramLabel = "N", description = "The protocol number of clients (776).")
    private int protocol = Opening.NEWEST_KNOWN_PROTOCOL;

    @Option(names = "--seed", paramLabel = "N", description = "Chooses kinds, names and bytes; printed at the start.")
    private long seed = System.nanoTime();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it by itself
    private boolean help;

    /**
     * The run that is asked for.
     *
     * @throws ParameterException if it cannot be
     */
    Plan plan(Mix mix, int defaultConcurrent) {
        try {
            TargetAddress resolved = TargetAddress.of(target, allowsRemote);
            return new Plan(
                    resolved.address(), opening(resolved.name()), mix, Sources.SYSTEM, bounds(defaultConcurrent), seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(mixee().commandLine(), e.getMessage(), e);
        }
    }

    private Opening opening(HostAndPort name) {
        return new Opening(protocol, host == null ? name.host() : host, name.port());
    }

    private Plan.Bounds bounds(int defaultConcurrent) {
        int most = requireAtMost("--concurrent", concurrent == null ? defaultConcurrent : concurrent, MOST_CONCURRENT);
        OpenFiles.require(most, OpenFiles.limit());
        return new Plan.Bounds(
                most,
                Duration.ofSeconds(requireAtMost("--seconds", seconds, MOST_SECONDS)),
                rate == null ? OptionalInt.empty() : OptionalInt.of(rate),
                Plan.Bounds.LIMIT);
    }

    private static int requireAtMost(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(option + " " + value + ": must be 1 to " + most);
        }
        return value;
    }

    private CommandSpec mixee() {
        if (spec == null) {
            throw new IllegalStateException("not called through picocli");
        }
        return spec;
    }
}
