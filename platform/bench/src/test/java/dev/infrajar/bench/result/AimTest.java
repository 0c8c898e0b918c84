// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.infrajar.bench.Contender;
import org.junit.jupiter.api.Test;

class AimTest {
    private final Results results = new Results();
    private final Aim half =
            new Aim(Metric.CLIENTBOUND_CPU, Contender.OURS_SPLICE, new Aim.Limit.Share(0.5, Contender.HAPROXY_SPLICE));
    private final Aim fixed = new Aim(Metric.NEXT_START, Contender.OURS_COPY, new Aim.Limit.Fixed(1200));

    @Test
    void isMetAtTheLimit() {
        results.add(Metric.NEXT_START, Contender.OURS_COPY, 1200);

        assertThat(fixed.check(results))
                .hasValueSatisfying(outcome -> assertThat(outcome.isMet()).isTrue());
    }

    @Test
    void saysByHowMuchItIsMissed() {
        results.add(Metric.CLIENTBOUND_CPU, Contender.OURS_SPLICE, 0.36);
        results.add(Metric.CLIENTBOUND_CPU, Contender.HAPROXY_SPLICE, 0.6);

        assertThat(half.check(results)).hasValueSatisfying(outcome -> {
            assertThat(outcome.isMet()).isFalse();
            assertThat(outcome.allowed()).isCloseTo(0.3, within(1e-9));
            assertThat(outcome.miss()).isCloseTo(0.2, within(1e-9));
        });
    }

    @Test
    void floorIsMissedBelow() {
        Aim floor = new Aim(Metric.JOIN_RATE, Contender.OURS_COPY, new Aim.Limit.Floor(0.9, Contender.HAPROXY_COPY));
        results.add(Metric.JOIN_RATE, Contender.OURS_COPY, 675);
        results.add(Metric.JOIN_RATE, Contender.HAPROXY_COPY, 1000);

        assertThat(floor.check(results)).hasValueSatisfying(outcome -> {
            assertThat(outcome.isMet()).isFalse();
            assertThat(outcome.miss()).isCloseTo(0.25, within(1e-9));
        });
        results.add(Metric.JOIN_RATE, Contender.OURS_COPY, 2000);
        assertThat(floor.check(results))
                .hasValueSatisfying(outcome -> assertThat(outcome.isMet()).isTrue());
    }

    @Test
    void isNotJudgedWithoutThePeer() {
        results.add(Metric.CLIENTBOUND_CPU, Contender.OURS_SPLICE, 0.36);

        assertThat(half.check(results)).isEmpty();
    }

    @Test
    void addsAShareOfAnotherToTheBase() {
        Aim onTop = new Aim(
                Metric.PACKET_CPU,
                Contender.OURS_CLIENT_ONLY,
                new Aim.Limit.OnTop(Contender.OURS_OFFLINE, 1.2, Contender.AES_CFB8));
        results.add(Metric.PACKET_CPU, Contender.OURS_CLIENT_ONLY, 125);
        results.add(Metric.PACKET_CPU, Contender.OURS_OFFLINE, 5);
        assertThat(onTop.check(results)).isEmpty();

        results.add(Metric.PACKET_CPU, Contender.AES_CFB8, 100);

        assertThat(onTop.check(results)).hasValueSatisfying(outcome -> {
            assertThat(outcome.allowed()).isCloseTo(125, within(1e-9));
            assertThat(outcome.isMet()).isTrue();
        });
    }

    @Test
    void comparesRoundByRound() {
        results.add(Metric.CLIENTBOUND_CPU, Contender.OURS_SPLICE, 0.2);
        results.add(Metric.CLIENTBOUND_CPU, Contender.OURS_SPLICE, 0.9);
        results.add(Metric.CLIENTBOUND_CPU, Contender.HAPROXY_SPLICE, 0.4);
        results.add(Metric.CLIENTBOUND_CPU, Contender.HAPROXY_SPLICE, 0.6);

        assertThat(half.ratios(results)).hasValueSatisfying(ratios -> {
            assertThat(ratios.min()).isCloseTo(0.5, within(1e-9));
            assertThat(ratios.max()).isCloseTo(1.5, within(1e-9));
        });
        assertThat(fixed.ratios(results)).isEmpty();
    }

    @Test
    void takesTheBaseOffBeforeItCompares() {
        Aim onTop = new Aim(
                Metric.PACKET_CPU,
                Contender.OURS_CLIENT_ONLY,
                new Aim.Limit.OnTop(Contender.OURS_OFFLINE, 1.2, Contender.AES_CFB8));
        results.add(Metric.PACKET_CPU, Contender.OURS_CLIENT_ONLY, 115);
        results.add(Metric.PACKET_CPU, Contender.OURS_OFFLINE, 5);
        results.add(Metric.PACKET_CPU, Contender.AES_CFB8, 100);

        assertThat(onTop.ratios(results))
                .hasValueSatisfying(ratios -> assertThat(ratios.median()).isCloseTo(1.1, within(1e-9)));
    }
}
