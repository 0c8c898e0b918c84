// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.result;

import dev.infrajar.bench.Contender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Results as Markdown tables, which read well on a console too. */
public final class Tables {
    private static final String NONE = "";

    private final Results results;

    /** Shows results. */
    public Tables(Results results) {
        this.results = results;
    }

    /** One table for each metric that has values. */
    public String figures() {
        return Arrays.stream(Metric.values())
                .filter(metric -> !results.contenders(metric).isEmpty())
                .map(this::figure)
                .collect(Collectors.joining("\n"));
    }

    /** The aims that this run can judge. */
    public String aims() {
        List<List<String>> rows = outcomes().stream()
                .map(outcome -> List.of(
                        outcome.aim().metric().title(),
                        outcome.aim().contender().label(),
                        amount(outcome.aim().metric(), outcome.value()),
                        outcome.aim().limitText(),
                        amount(outcome.aim().metric(), outcome.allowed()),
                        outcome.aim().ratios(results).map(Tables::spread).orElse(NONE),
                        outcome.isMet() ? "met" : "missed by " + Formats.percent(outcome.miss())))
                .toList();
        return rows.isEmpty()
                ? "None: this run has not measured what the aims compare.\n"
                : MarkdownTable.of(
                        List.of("figure", "contender", "median", "aim", "that is", "ratio by round", "outcome"), rows);
    }

    /** A line for each missed aim; says so if there is none. */
    public String missed() {
        String lines = outcomes().stream()
                .filter(outcome -> !outcome.isMet())
                .map(outcome -> "- " + outcome.aim().metric().title() + ", "
                        + outcome.aim().contender().label() + ": "
                        + amount(outcome.aim().metric(), outcome.value()) + ", aim "
                        + outcome.aim().limitText() + ": missed by " + Formats.percent(outcome.miss()) + "\n")
                .collect(Collectors.joining());
        return lines.isEmpty() ? "No aim that this run can judge is missed.\n" : lines;
    }

    private List<Aim.Outcome> outcomes() {
        return Aim.ALL.stream().flatMap(aim -> aim.check(results).stream()).toList();
    }

    private String figure(Metric metric) {
        List<List<String>> rows = results.contenders(metric).stream()
                .map(contender -> row(metric, contender))
                .toList();
        List<String> header = new ArrayList<>(List.of("contender", "median", "min", "max", "rounds"));
        peers(metric).forEach(peer -> header.add("/ " + peer.label()));
        return "### " + metric.title() + " [" + metric.unit() + "]\n\n" + MarkdownTable.of(header, rows);
    }

    /** Whom a figure is compared with. */
    private static List<Contender> peers(Metric metric) {
        return switch (metric.measure()) {
            case "mode-stream", "mode-rtt", "mode-memory", "mode-joins" ->
                List.of(Contender.HAPROXY_COPY, Contender.OURS_COPY);
            case "mode-taps" -> List.of();
            case "mode-peek" -> List.of(Contender.FRAME_PASSED, Contender.FRAME_INFLATED);
            default -> List.of(Contender.HAPROXY_COPY, Contender.HAPROXY_SPLICE);
        };
    }

    private List<String> row(Metric metric, Contender contender) {
        Summary summary = results.summary(metric, contender).orElseThrow();
        List<String> row = new ArrayList<>(List.of(
                contender.label(),
                metric.format(summary.median()),
                metric.format(summary.min()),
                metric.format(summary.max()),
                Integer.toString(summary.rounds())));
        peers(metric).forEach(peer -> row.add(ratio(metric, contender, peer)));
        return row;
    }

    private String ratio(Metric metric, Contender contender, Contender to) {
        OptionalDouble ratio = results.ratio(metric, contender, to);
        return ratio.isPresent() ? Formats.fixed(ratio.getAsDouble(), 2) : NONE;
    }

    private static String spread(Summary ratios) {
        return "%s (%s to %s)"
                .formatted(
                        Formats.fixed(ratios.median(), 2),
                        Formats.fixed(ratios.min(), 2),
                        Formats.fixed(ratios.max(), 2));
    }

    private static String amount(Metric metric, double value) {
        return metric.format(value) + " " + metric.unit();
    }
}
