// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.connector.balance.WeightedRandom;
import dev.infrajar.internal.connector.names.Answer;
import dev.infrajar.internal.connector.names.Deadline;
import dev.infrajar.internal.connector.names.Names;
import dev.infrajar.internal.connector.names.Service;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.HostAndPort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetExpansionTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<String> asked = new ArrayList<>();
    private Answer<List<Service>> answer = new Answer.None<>("no SRV record");
    private final Names names = new Names(
            _ -> new Answer.Failed<>("not asked"),
            host -> {
                asked.add(host);
                return answer;
            },
            new ManualClock());
    private final TargetExpansion expansion = new TargetExpansion(names, new WeightedRandom(new Random(7)::nextDouble));

    @AfterEach
    void stop() {
        names.close();
    }

    private List<Target> targets(BackendAddress... addresses) throws InterruptedException {
        return expansion.of(List.of(addresses), Deadline.in(LONG));
    }

    private static List<String> addressesOf(List<Target> targets) {
        return targets.stream().map(target -> target.address().toString()).toList();
    }

    private void services(Service... services) {
        answer = new Answer.Found<>(List.of(services), LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mc.example.com:25565", "10.0.0.1", "10.0.0.1:25566", "::1", "[2001:db8::1]:25566"})
    void asksForNoServicesWhereThePortOrTheMachineIsGiven(String text) throws Exception {
        BackendAddress address = BackendAddress.parse(text);

        assertThat(targets(address)).containsExactly(Target.of(address));
        assertThat(asked).isEmpty();
    }

    @Test
    void nameWithoutServicesIsItsOwnTarget() throws Exception {
        assertThat(addressesOf(targets(BackendAddress.parse("mc.example.com"))))
                .containsExactly("mc.example.com:25565");
        assertThat(asked).containsExactly("mc.example.com");
    }

    @Test
    void nameWhoseServicesNobodyCanTellIsItsOwnTarget() throws Exception {
        answer = new Answer.Failed<>("no server answers");

        assertThat(addressesOf(targets(BackendAddress.parse("mc.example.com"))))
                .containsExactly("mc.example.com:25565");
    }

    @Test
    void servicesComeByPriorityInThePlaceOfTheirName() throws Exception {
        services(
                new Service("c.example", 3, 30, 1),
                new Service("a.example", 1, 10, 1),
                new Service("b.example", 2, 20, 1));

        List<Target> targets = targets(
                BackendAddress.parse("10.0.0.1:1"),
                BackendAddress.parse("mc.example.com"),
                BackendAddress.parse("10.0.0.2:2"));

        assertThat(addressesOf(targets))
                .containsExactly("10.0.0.1:1", "a.example:1", "b.example:2", "c.example:3", "10.0.0.2:2");
        assertThat(targets).extracting(Target::tier).containsExactly(0, 0, 1, 2, 0);
    }

    @Test
    void servicesOfOnePriorityComeFirstAsOftenAsTheirWeightsSay() throws Exception {
        services(
                new Service("a.example", 1, 0, 60),
                new Service("b.example", 2, 0, 30),
                new Service("c.example", 3, 0, 10));
        Map<String, Integer> first = new HashMap<>();

        for (int i = 0; i < 20_000; i++) {
            first.merge(
                    targets(BackendAddress.parse("mc.example.com"))
                            .getFirst()
                            .address()
                            .host(),
                    1,
                    Integer::sum);
        }

        // Of 20,000 the standard deviation is below 70: six of them.
        assertThat(first.get("a.example")).isBetween(11_580, 12_420);
        assertThat(first.get("b.example")).isBetween(5_580, 6_420);
        assertThat(first.get("c.example")).isBetween(1_580, 2_420);
    }

    @Test
    void servicesShareTheWeightOfTheirName() throws Exception {
        services(new Service("a.example", 1, 0, 3), new Service("b.example", 2, 0, 0));

        List<Target> targets = targets(BackendAddress.parse("mc.example.com").withWeight(8));

        assertThat(targets)
                .filteredOn(target -> target.address().equals(new HostAndPort("a.example", 1)))
                .extracting(Target::weight)
                .containsExactly(6.0);
        assertThat(targets)
                .filteredOn(target -> target.address().equals(new HostAndPort("b.example", 2)))
                .extracting(Target::weight)
                .containsExactly(2.0);
    }

    @Test
    void nameThatSaysThereIsNoServerHasNoTarget() throws Exception {
        services();

        assertThat(targets(BackendAddress.parse("mc.example.com"))).isEmpty();
    }

    @Test
    void knownTargetsAreToldWithoutAsking() throws Exception {
        BackendAddress address = BackendAddress.parse("mc.example.com");
        assertThat(addressesOf(expansion.known(address))).containsExactly("mc.example.com:25565");
        assertThat(asked).isEmpty();
        services(new Service("a.example", 1, 0, 3));
        targets(address);

        assertThat(addressesOf(expansion.known(address))).containsExactly("a.example:1");
    }
}
