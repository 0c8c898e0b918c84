// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.result;

import dev.infrajar.bench.Contender;
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
                        outcome.isMet() ? "met" : "missed by " + Formats.percent(outcome.miss())))
                .toList();
        return rows.isEmpty()
                ? "None: this run has not measured what the aims compare.\n"
                : MarkdownTable.of(List.of("figure", "contender", "median", "aim", "that is", "outcome"), rows);
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
        return "### " + metric.title() + " [" + metric.unit() + "]\n\n"
                + MarkdownTable.of(
                        List.of("contender", "median", "min", "max", "rounds", "/ haproxy-copy", "/ haproxy-splice"),
                        rows);
    }

    private List<String> row(Metric metric, Contender contender) {
        Summary summary = results.summary(metric, contender).orElseThrow();
        return List.of(
                contender.label(),
                metric.format(summary.median()),
                metric.format(summary.min()),
                metric.format(summary.max()),
                Integer.toString(summary.rounds()),
                ratio(metric, contender, Contender.HAPROXY_COPY),
                ratio(metric, contender, Contender.HAPROXY_SPLICE));
    }

    private String ratio(Metric metric, Contender contender, Contender to) {
        OptionalDouble ratio = results.ratio(metric, contender, to);
        return ratio.isPresent() ? Formats.fixed(ratio.getAsDouble(), 2) : NONE;
    }

    private static String amount(Metric metric, double value) {
        return metric.format(value) + " " + metric.unit();
    }
}
