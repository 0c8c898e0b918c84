// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench;

import dev.infrajar.bench.contender.DirectPath;
import dev.infrajar.bench.contender.Distribution;
import dev.infrajar.bench.contender.Haproxy;
import dev.infrajar.bench.contender.Infrajar;
import dev.infrajar.bench.contender.Installation;
import dev.infrajar.bench.contender.Ports;
import dev.infrajar.bench.contender.ProxyStarter;
import dev.infrajar.bench.contender.ProxyUnderTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts every contender of a plan, each by its family's starter. */
final class Starters implements ProxyStarter {
    private static final Path BUILT = Path.of("distribution", "target");

    private final DirectPath direct;
    private final Optional<Haproxy> haproxy;
    private final Optional<Infrajar> infrajar;
    private final List<String> versions = new ArrayList<>();

    /**
     * Finds the programs that the plan needs.
     *
     * @param folder takes their files
     * @param ports for their listeners
     * @param backend where they relay to
     * @param accounts the session server that ours asks
     * @throws IOException if one is not there; the message says what to do
     */
    Starters(Plan plan, Path folder, Ports ports, InetSocketAddress backend, URI accounts) throws IOException {
        this.direct = new DirectPath(backend);
        if (uses(plan, Contender.Family.HAPROXY)) {
            Path program = Haproxy.find()
                    .orElseThrow(() -> new IOException(
                            "HAProxy is not installed (Debian package haproxy);" + " leave it out with --contenders"));
            this.versions.add(Haproxy.version(program));
            this.haproxy = Optional.of(new Haproxy(program, folder, ports, backend));
        } else {
            this.haproxy = Optional.empty();
        }
        if (uses(plan, Contender.Family.OURS)) {
            Distribution zip = distribution(plan);
            this.versions.add(zip.name());
            this.infrajar =
                    Optional.of(new Infrajar(zip, folder, ports, new Installation.Neighbours(backend, accounts)));
        } else {
            this.infrajar = Optional.empty();
        }
    }

    @Override
    public ProxyUnderTest start(Contender contender, Duration mayEndSilent) throws IOException {
        return switch (contender.family()) {
            case NONE -> direct.start(contender, mayEndSilent);
            case HAPROXY -> haproxy.orElseThrow().start(contender, mayEndSilent);
            case OURS -> infrajar.orElseThrow().start(contender, mayEndSilent);
            case PART -> throw new IOException(contender.label() + " is not a proxy");
        };
    }

    /** Ours; empty if the plan leaves it out. */
    Optional<Infrajar> infrajar() {
        return infrajar;
    }

    /** Names and versions of what is measured. */
    List<String> versions() {
        return List.copyOf(versions);
    }

    private static boolean uses(Plan plan, Contender.Family family) {
        return plan.contenders().stream().anyMatch(contender -> contender.family() == family);
    }

    private static Distribution distribution(Plan plan) throws IOException {
        if (plan.zip().isPresent()) {
            return new Distribution(plan.zip().get());
        }
        return Distribution.find(BUILT)
                .orElseThrow(() -> new IOException("no " + BUILT + "/infrajar-*.zip: build it, name one with --zip,"
                        + " or leave ours out with --contenders"));
    }
}
