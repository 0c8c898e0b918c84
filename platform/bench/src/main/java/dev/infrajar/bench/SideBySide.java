// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench;

import dev.infrajar.bench.contender.Ports;
import dev.infrajar.bench.game.Accounts;
import dev.infrajar.bench.load.AnsweringBackend;
import dev.infrajar.bench.load.Backend;
import dev.infrajar.bench.load.Clients;
import dev.infrajar.bench.load.IdleSessions;
import dev.infrajar.bench.measure.ConnectionRate;
import dev.infrajar.bench.measure.IdleMemory;
import dev.infrajar.bench.measure.Measure;
import dev.infrajar.bench.measure.PeekCost;
import dev.infrajar.bench.measure.RoundTrips;
import dev.infrajar.bench.measure.StartTime;
import dev.infrajar.bench.measure.TapCost;
import dev.infrajar.bench.measure.Throughput;
import dev.infrajar.bench.result.Results;
import dev.infrajar.stress.load.Engine;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run: every measure of a plan, in rounds over its contenders. One thread. */
final class SideBySide {
    private final Plan plan;
    private final PrintStream progress;
    private final Results results = new Results();
    private final List<String> versions = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /**
     * Prepares a run.
     *
     * @param progress gets a line for each turn
     */
    SideBySide(Plan plan, PrintStream progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Runs. A contender that fails in a measure is left out of the rest of it, and of nothing else.
     *
     * @throws IOException if a program is missing, or the driver itself fails
     */
    void run() throws IOException {
        Ports ports = new Ports(plan.firstPort());
        try (Scratch scratch = Scratch.create();
                Backend backend = Backend.start(ports.next());
                AnsweringBackend answering = AnsweringBackend.start(ports.next());
                Accounts accounts = Accounts.start(ports.next());
                Engine engine = Engine.start();
                Clients clients = new Clients(plan.exchangeLimit());
                GameSide game = GameSide.start(plan, clients, ports)) {
            Around around = new Around(scratch.folder(), ports, accounts.address());
            Starters starters = around.starters("relays", backend.address());
            Starters storms = around.starters("storms", answering.address());
            Starters modes = around.starters("modes", game.address());
            versions.addAll(starters.versions());
            for (String name : plan.measures()) {
                Optional<Measure> measure =
                        switch (name) {
                            case "status" -> Optional.of(rate(ConnectionRate.Kind.STATUS, storms, engine));
                            case "joins" -> Optional.of(rate(ConnectionRate.Kind.JOIN, storms, engine));
                            case "mode-stream", "mode-rtt", "mode-memory", "mode-joins" ->
                                Optional.of(game.measure(name, modes, scratch.folder()));
                            case "mode-taps" -> Optional.of(new TapCost());
                            case "mode-peek" -> Optional.of(new PeekCost());
                            default -> measure(name, starters, clients, backend, scratch);
                        };
                if (measure.isPresent()) {
                    try (Measure open = measure.get()) {
                        runRounds(open);
                    }
                }
            }
        }
    }

    Results results() {
        return results;
    }

    List<String> versions() {
        return List.copyOf(versions);
    }

    /** What went wrong; each is among the notes too. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    private Optional<Measure> measure(String name, Starters starters, Clients clients, Backend backend, Scratch scratch)
            throws IOException {
        Plan.Sizes sizes = plan.sizes();
        return switch (name) {
            case "throughput" -> Optional.of(new Throughput(starters, clients, sizes.bytes()));
            case "rtt" -> Optional.of(new RoundTrips(starters, clients, sizes.messages()));
            case "memory" ->
                Optional.of(new IdleMemory(
                        IdleMemory.Kind.RELAYED,
                        starters,
                        new IdleSessions(clients, backend),
                        scratch.folder(),
                        sizes.sessions()));
            case "start" -> starters.infrajar().map(infrajar -> new StartTime(infrajar, clients));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** What all contenders have around them. */
    private final class Around {
        private final Path folder;
        private final Ports ports;
        private final URI accounts;

        Around(Path folder, Ports ports, URI accounts) {
            this.folder = folder;
            this.ports = ports;
            this.accounts = accounts;
        }

        Starters starters(String name, InetSocketAddress backend) throws IOException {
            return new Starters(plan, Files.createDirectory(folder.resolve(name)), ports, backend, accounts);
        }
    }

    private ConnectionRate rate(ConnectionRate.Kind kind, Starters starters, Engine engine) {
        return new ConnectionRate(
                kind, starters, engine, Duration.ofSeconds(plan.sizes().seconds()));
    }

    private void runRounds(Measure measure) {
        List<Contender> left = new ArrayList<>(
                plan.contenders().stream().filter(measure::appliesTo).toList());
        for (int round = 0; round < plan.sizes().rounds(); round++) {
            for (Contender contender : Rounds.order(List.copyOf(left), round)) {
                if (!takesTurn(measure, contender, round)) {
                    left.remove(contender);
                }
            }
        }
    }

    private boolean takesTurn(Measure measure, Contender contender, int round) {
        progress.printf(
                "%s, round %d of %d: %s%n",
                measure.name(), round + 1, plan.sizes().rounds(), contender.label());
        try {
            measure.measure(contender, results);
            return true;
        } catch (IOException e) {
            String failure = measure.name() + ", " + contender.label() + ", round " + (round + 1) + ": failed: "
                    + e.getMessage();
            progress.println(failure);
            results.note(failure.lines().findFirst().orElseThrow());
            failures.add(failure);
            return false;
        }
    }
}
