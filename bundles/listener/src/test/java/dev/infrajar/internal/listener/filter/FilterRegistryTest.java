// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.event.ListenerLimits;
import dev.infrajar.net.core.FaultyService;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.filter.AcceptVerdict;
import dev.infrajar.net.filter.BytesVerdict;
import dev.infrajar.net.filter.FilterEnd;
import dev.infrajar.net.filter.FilteredConnection;
import dev.infrajar.net.packet.Direction;
import io.netty.channel.embedded.EmbeddedChannel;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilterRegistryTest {
    private static final FilterEnd NOTHING_SEEN = new FilterEnd(FilterEnd.Cause.CLOSED, 0, 0);

    private final FilterRig rig = new FilterRig();
    private final List<String> calls = new ArrayList<>();

    @AfterEach
    void releasesEverything() {
        rig.close();
    }

    private void failUntilQuarantined() {
        for (int i = 0; i < ListenerLimits.FAILURES_TO_QUARANTINE; i++) {
            rig.connect();
        }
        rig.runTasks();
    }

    private static AcceptVerdict fail() {
        throw new NoClassDefFoundError("com/example/Gone");
    }

    @Test
    void tellsWhoAConnectionIsFrom() {
        List<FilteredConnection> accepted = new ArrayList<>();
        rig.add("a", connection -> {
            accepted.add(connection);
            return AcceptVerdict.PASS;
        });

        EmbeddedChannel channel = rig.connect();

        assertThat(accepted)
                .containsExactly(new FilteredConnection(
                        channel.id().asShortText(), FilterRig.CLIENT, FilterRig.DESTINATION, true));
    }

    @Test
    void asksInTheDeclaredOrder() {
        for (var declared : List.of(
                Map.entry("late", Map.<String, Object>of("filter.priority", 200)),
                Map.entry("middle", Map.<String, Object>of("filter.before", "late")),
                Map.entry("early", Map.<String, Object>of("filter.before", new String[] {"middle"})))) {
            rig.add(declared.getKey(), declared.getValue(), connection -> {
                calls.add(declared.getKey());
                return AcceptVerdict.PASS;
            });
        }

        rig.connect();

        assertThat(calls).containsExactly("early", "middle", "late");
    }

    @Test
    void reportsFiltersThatWantToBeBeforeEachOther() {
        rig.add("a", Map.of("filter.before", "b"), connection -> AcceptVerdict.PASS);
        rig.add("b", Map.of("filter.before", "a"), connection -> AcceptVerdict.PASS);

        assertThat(rig.registry.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.bundle()).isEqualTo(FilterRig.BUNDLE);
            assertThat(fault.reason()).contains("b, a").contains("priorities");
        });
        assertThat(rig.registry.costs()).hasSize(2);
    }

    @Test
    void doesNotUseWhatIsDeclaredWrongly() {
        rig.add("a", connection -> AcceptVerdict.PASS);
        rig.add("a", connection -> fail());
        rig.add("Not An Id", connection -> fail());
        rig.add("b", Map.of("filter.priority", 256), connection -> fail());

        assertThat(rig.connect().isOpen()).isTrue();
        assertThat(rig.registry.faults())
                .extracting(FaultyService::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("the id is taken by bundle " + FilterRig.BUNDLE),
                        reason -> assertThat(reason).contains("lower-case words with dashes"),
                        reason ->
                                assertThat(reason).contains("filter.priority = 256, must be an integer from 0 to 255"));
    }

    @Test
    void putsNothingIntoAPipelineForWhoWantsNoBytes() {
        NotingFilter filter = NotingFilter.passing();
        rig.watch("a", filter, Set.of());

        EmbeddedChannel channel = rig.connect();

        assertThat(FilterRig.isFiltered(channel)).isFalse();
        assertThat(rig.receive(channel, "abc")).isEqualTo("abc");
        assertThat(filter.ends).isEmpty();
        channel.close();
        assertThat(filter.fromClient).isEmpty();
        assertThat(filter.ends).containsExactly(NOTHING_SEEN);
    }

    @Test
    void closesWhatAFilterRefusesAndAsksNoOther() {
        NotingFilter earlier = NotingFilter.passing();
        rig.watch("earlier", earlier, FilterRig.BOTH);
        rig.add("geo", connection -> new AcceptVerdict.Refuse("not from\nhere"));
        rig.add("later", connection -> fail());

        assertThat(rig.connect().isOpen()).isFalse();

        assertThat(rig.registry.counts()).containsExactly(Map.entry("transport filter geo: not from here", 1L));
        assertThat(earlier.ends).containsExactly(new FilterEnd(FilterEnd.Cause.FILTERED, 0, 0));
        assertThat(rig.registry.costs()).extracting(ListenerCost::failures).containsOnly(0L);
    }

    @Test
    void letsAConnectionPassAtWhichAFilterFails() {
        rig.add("a", connection -> fail());

        assertThat(rig.connect().isOpen()).isTrue();
        assertThat(rig.registry.costs()).singleElement().satisfies(cost -> {
            assertThat(cost.listener()).isEqualTo("filter a");
            assertThat(cost.calls()).isEqualTo(1);
            assertThat(cost.failures()).isEqualTo(1);
            assertThat(cost.lastFailure()).hasValue("java.lang.NoClassDefFoundError: com/example/Gone");
        });
    }

    @Test
    void closesAConnectionAtWhichAFilterFailsThatMustNotBePassedBy() {
        rig.add("a", Map.of("filter.failOpen", false), connection -> fail());

        assertThat(rig.connect().isOpen()).isFalse();
        assertThat(rig.registry.counts()).containsExactly(Map.entry("transport filter a: it failed", 1L));
    }

    @Test
    void asksAQuarantinedFilterNoMore() {
        rig.add("a", connection -> {
            calls.add("a");
            return fail();
        });
        failUntilQuarantined();
        calls.clear();

        assertThat(rig.connect().isOpen()).isTrue();
        assertThat(calls).isEmpty();
        assertThat(rig.registry.costs()).singleElement().matches(ListenerCost::quarantined);
    }

    @Test
    void refusesEverythingForAQuarantinedFilterThatMustNotBePassedBy() {
        rig.add("a", Map.of("filter.failOpen", false), connection -> {
            calls.add("a");
            return fail();
        });
        failUntilQuarantined();
        calls.clear();

        assertThat(rig.connect().isOpen()).isFalse();
        assertThat(calls).isEmpty();
        assertThat(rig.registry.counts()).containsEntry("transport filter a: it is quarantined", 1L);
    }

    @Test
    void takesAQuarantinedFilterOutOfRunningConnections() {
        NotingFilter filter = NotingFilter.answering(bytes -> {
            throw new IllegalStateException("boom");
        });
        rig.watch("a", filter, Set.of(Direction.SERVERBOUND));
        EmbeddedChannel channel = rig.connect();
        for (int i = 0; i < ListenerLimits.FAILURES_TO_QUARANTINE; i++) {
            assertThat(rig.receive(channel, "abc")).isEqualTo("abc");
        }
        rig.runTasks();

        assertThat(channel.isOpen()).isTrue();
        assertThat(FilterRig.isFiltered(channel)).isFalse();
        assertThat(filter.ends)
                .containsExactly(
                        new FilterEnd(FilterEnd.Cause.QUARANTINED, 3L * ListenerLimits.FAILURES_TO_QUARANTINE, 0));
    }

    @Test
    void takesALeavingFilterOutOfRunningConnections() {
        NotingFilter leaving = NotingFilter.passing();
        NotingFilter staying = NotingFilter.passing();
        long serviceId = rig.watch("leaving", leaving, FilterRig.BOTH);
        rig.watch("staying", staying, Set.of(Direction.CLIENTBOUND));
        EmbeddedChannel channel = rig.connect();
        rig.receive(channel, "abc");

        rig.remove(serviceId);

        assertThat(leaving.ends).containsExactly(new FilterEnd(FilterEnd.Cause.WITHDRAWN, 3, 0));
        assertThat(rig.receive(channel, "def")).isEqualTo("def");
        assertThat(rig.send(channel, "ghi")).isEqualTo("ghi");
        assertThat(leaving.fromClient).containsExactly("abc");
        assertThat(staying.toClient).containsExactly("ghi");
        channel.close();
        assertThat(leaving.ends).hasSize(1);
        assertThat(staying.ends).containsExactly(new FilterEnd(FilterEnd.Cause.CLOSED, 6, 3));
    }

    @Test
    void keepsNothingOfAFilterThatHasLeft() {
        WeakReference<NotingFilter> filter = watchedAndRemoved();

        for (int i = 0; i < 50 && filter.get() != null; i++) {
            System.gc();
            Thread.onSpinWait();
        }

        assertThat(filter.get()).isNull();
    }

    private WeakReference<NotingFilter> watchedAndRemoved() {
        NotingFilter filter = NotingFilter.passing();
        long serviceId = rig.watch("a", filter, FilterRig.BOTH);
        EmbeddedChannel channel = rig.connect();
        rig.receive(channel, "abc");
        rig.remove(serviceId);
        assertThat(channel.isOpen()).isTrue();
        assertThat(FilterRig.isFiltered(channel)).isFalse();
        return new WeakReference<>(filter);
    }

    @Test
    void keepsAFilterWhoseDeclarationChanges() {
        NotingFilter filter = NotingFilter.passing();
        long serviceId = rig.watch("a", filter, Set.of(Direction.SERVERBOUND));
        EmbeddedChannel channel = rig.connect();

        rig.registry.change(serviceId, Map.of("filter.id", "a", "filter.priority", 3));
        rig.runTasks();

        rig.receive(channel, "abc");
        assertThat(filter.fromClient).containsExactly("abc");
        assertThat(rig.registry.costs()).singleElement().satisfies(cost -> assertThat(cost.calls())
                .isEqualTo(2));
    }

    @Test
    void timesEveryCallWhenAsked() {
        rig.watch("a", NotingFilter.passing(), FilterRig.BOTH);
        EmbeddedChannel channel = rig.connect();

        rig.registry.timeEveryCall(true);
        rig.runTasks();
        for (int i = 0; i < 10; i++) {
            rig.receive(channel, "abc");
        }

        assertThat(rig.registry.isEveryCallTimed()).isTrue();
        assertThat(rig.registry.costs()).singleElement().satisfies(cost -> {
            assertThat(cost.calls()).isEqualTo(11);
            assertThat(cost.time().p50Nanos()).isPositive();
        });
    }

    @Test
    void countsReasonsThatAreTooManyTogether() {
        rig.watch(
                "a", NotingFilter.answering(bytes -> new BytesVerdict.Close("reason " + calls.size())), FilterRig.BOTH);
        for (int i = 0; i < FilterTally.MAX_REASONS + 5; i++) {
            calls.add("another");
            rig.receive(rig.connect(), "abc");
        }

        assertThat(rig.registry.counts())
                .hasSize(FilterTally.MAX_REASONS + 1)
                .containsEntry("transport filters: other reasons", 5L);
    }
}
