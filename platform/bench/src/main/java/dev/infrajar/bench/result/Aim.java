// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.result;

import static dev.infrajar.bench.Contender.AES_CFB8;
import static dev.infrajar.bench.Contender.HAPROXY_COPY;
import static dev.infrajar.bench.Contender.HAPROXY_SPLICE;
import static dev.infrajar.bench.Contender.OURS_CHANGED;
import static dev.infrajar.bench.Contender.OURS_CLIENT_ONLY;
import static dev.infrajar.bench.Contender.OURS_COPY;
import static dev.infrajar.bench.Contender.OURS_OFFLINE;
import static dev.infrajar.bench.Contender.OURS_SPLICE;
import static dev.infrajar.bench.Contender.OURS_WATCHED;
import static dev.infrajar.bench.Contender.TAP_CHAIN;

import dev.infrajar.bench.Contender;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * A median and its limit.
 *
 * @param metric what
 * @param contender whose
 * @param limit how much it may be, or must
 */
public record Aim(Metric metric, Contender contender, Limit limit) {
    private static final double START_MILLIS = 1200;
    private static final double SESSIONS_MEGABYTES = 10;
    private static final double PLAYERS_MEGABYTES = 20;

    /** JMH itself allocates that much, spread over all operations. */
    private static final double NOTHING_BYTES = 0.01;

    /** What the project has set out to reach. */
    public static final List<Aim> ALL = List.of(
            new Aim(Metric.CLIENTBOUND_CPU, OURS_SPLICE, new Limit.Share(0.5, HAPROXY_SPLICE)),
            new Aim(Metric.CLIENTBOUND_CPU, OURS_COPY, new Limit.Share(1, HAPROXY_COPY)),
            new Aim(Metric.SERVERBOUND_CPU, OURS_SPLICE, new Limit.Share(0.5, HAPROXY_SPLICE)),
            new Aim(Metric.SERVERBOUND_CPU, OURS_COPY, new Limit.Share(1, HAPROXY_COPY)),
            new Aim(Metric.SMALL_P50, OURS_COPY, new Limit.Share(1, HAPROXY_COPY)),
            new Aim(Metric.SMALL_P50, OURS_SPLICE, new Limit.Share(1, HAPROXY_SPLICE)),
            new Aim(Metric.SESSIONS_RSS, OURS_COPY, new Limit.Fixed(SESSIONS_MEGABYTES)),
            new Aim(Metric.SESSIONS_RSS, OURS_SPLICE, new Limit.Fixed(SESSIONS_MEGABYTES)),
            new Aim(Metric.STATUS_RATE, OURS_COPY, new Limit.Floor(1.5, HAPROXY_COPY)),
            new Aim(Metric.JOIN_RATE, OURS_COPY, new Limit.Floor(0.9, HAPROXY_COPY)),
            new Aim(Metric.NEXT_START, OURS_COPY, new Limit.Fixed(START_MILLIS)),
            new Aim(Metric.PACKET_CPU, OURS_OFFLINE, new Limit.Share(2.5, OURS_COPY)),
            new Aim(Metric.PACKET_CPU, OURS_WATCHED, new Limit.Share(2.5, OURS_COPY)),
            new Aim(Metric.PACKET_CPU, OURS_CHANGED, new Limit.Share(5, OURS_COPY)),
            new Aim(Metric.PACKET_CPU, OURS_CLIENT_ONLY, new Limit.OnTop(OURS_OFFLINE, 1.2, AES_CFB8)),
            new Aim(Metric.MODE_P50, OURS_OFFLINE, new Limit.Share(1.1, OURS_COPY)),
            new Aim(Metric.MODE_SESSIONS_RSS, OURS_OFFLINE, new Limit.Fixed(PLAYERS_MEGABYTES)),
            new Aim(Metric.WHOLE_JOIN_RATE, OURS_OFFLINE, new Limit.Floor(0.5, HAPROXY_COPY)),
            new Aim(Metric.TAPS_NONE, TAP_CHAIN, new Limit.Fixed(7)),
            new Aim(Metric.TAPS_OF_ONE_CLASS, TAP_CHAIN, new Limit.Fixed(1.25)),
            new Aim(Metric.TAPS_OF_EIGHT_CLASSES, TAP_CHAIN, new Limit.Fixed(6)),
            new Aim(Metric.TAPS_ALLOCATION, TAP_CHAIN, new Limit.Fixed(NOTHING_BYTES)));

    /** The most, or for a floor the least, that is allowed. */
    public sealed interface Limit {
        /**
         * A multiple of another contender's median in the same run.
         *
         * @param factor of it
         * @param of whose
         */
        record Share(double factor, Contender of) implements Limit {}

        /**
         * At least a multiple of another contender's median in the same run.
         *
         * @param factor of it
         * @param of whose
         */
        record Floor(double factor, Contender of) implements Limit {}

        /**
         * One contender's median and a multiple of another's, both in the same run.
         *
         * @param base whose median is allowed as it is
         * @param factor of the other
         * @param of whose
         */
        record OnTop(Contender base, double factor, Contender of) implements Limit {}

        /**
         * An amount.
         *
         * @param value in the metric's unit
         */
        record Fixed(double value) implements Limit {}
    }

    /**
     * How it turned out.
     *
     * @param aim the aim
     * @param value the median
     * @param allowed the limit in the metric's unit
     */
    public record Outcome(Aim aim, double value, double allowed) {
        /** Whether the aim is reached. */
        public boolean isMet() {
            return miss() <= 0;
        }

        /** How far the value is beyond the limit, as a fraction of it; 0 or negative where the aim is met. */
        public double miss() {
            double above = value / allowed - 1;
            return aim.limit instanceof Limit.Floor ? -above : above;
        }
    }

    /** How it turned out; empty if the run has not measured what it needs. */
    public Optional<Outcome> check(Results results) {
        return results.summary(metric, contender)
                .flatMap(own -> allowed(results).map(allowed -> new Outcome(this, own.median(), allowed)));
    }

    private Optional<Double> allowed(Results results) {
        return switch (limit) {
            case Limit.Share(double factor, Contender of) -> multiple(results, factor, of);
            case Limit.Floor(double factor, Contender of) -> multiple(results, factor, of);
            case Limit.OnTop(Contender base, double factor, Contender of) ->
                multiple(results, 1, base)
                        .flatMap(below -> multiple(results, factor, of).map(above -> below + above));
            case Limit.Fixed(double value) -> Optional.of(value);
        };
    }

    private Optional<Double> multiple(Results results, double factor, Contender of) {
        return results.summary(metric, of).map(other -> factor * other.median());
    }

    /** What the limit's factor bounds, as it was in each round; empty for an amount, and without rounds. */
    Optional<Summary> ratios(Results results) {
        List<Double> own = results.values(metric, contender);
        List<Double> ratios =
                switch (limit) {
                    case Limit.Share(var _, Contender of) -> ratios(own, results.values(metric, of));
                    case Limit.Floor(var _, Contender of) -> ratios(own, results.values(metric, of));
                    case Limit.OnTop(Contender base, var _, Contender of) ->
                        ratios(above(own, results.values(metric, base)), results.values(metric, of));
                    case Limit.Fixed _ -> List.of();
                };
        return Optional.of(ratios).filter(each -> !each.isEmpty()).map(Summary::of);
    }

    private static List<Double> above(List<Double> own, List<Double> base) {
        return eachRound(own, base, (one, other) -> one - other);
    }

    private static List<Double> ratios(List<Double> own, List<Double> others) {
        return eachRound(own, others, (one, other) -> one / other);
    }

    /** Of the rounds that both have taken part in: who fails is out for the rest. */
    private static List<Double> eachRound(List<Double> own, List<Double> others, DoubleBinaryOperator combine) {
        return IntStream.range(0, Math.min(own.size(), others.size()))
                .mapToObj(round -> combine.applyAsDouble(own.get(round), others.get(round)))
                .toList();
    }

    /** The limit in words. */
    public String limitText() {
        return switch (limit) {
            case Limit.Share(double factor, Contender of) ->
                factor == 1 ? "not above " + of.label() : "at most " + factor + " of " + of.label();
            case Limit.Floor(double factor, Contender of) -> "at least " + factor + " of " + of.label();
            case Limit.OnTop(Contender base, double factor, Contender of) ->
                "at most " + base.label() + " plus " + factor + " of " + of.label();
            case Limit.Fixed(double value) -> "at most " + metric.format(value) + " " + metric.unit();
        };
    }
}
