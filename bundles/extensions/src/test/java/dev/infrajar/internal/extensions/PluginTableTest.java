// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.FaultyService;
import dev.infrajar.net.core.ListenerCost;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The commands {@code plugins} and {@code plugin}. */
class PluginTableTest {
    private static final PluginState MOTD = new PluginState(
            "motd.jar", Optional.of("com.example.motd 1.0.0"), 21, new PluginState.Status.Active(Optional.empty()));
    private static final PluginState BROKEN =
            new PluginState("b.jar", Optional.empty(), -1, new PluginState.Status.Incomplete("zip END missing"));
    private static final ListenerCost PRICE =
            cost("com.example.motd", 21, "StatusListener", 12, 1, new ListenerCost.Time(3_400_000, 1_200, 900_000));
    private static final ListenerCost TAP = new ListenerCost(
            "com.example.motd",
            21,
            "tap greeter",
            16,
            16,
            ListenerCost.Time.NONE,
            4,
            Optional.of("no"),
            true,
            List.of("play clientbound login"));

    private static ListenerCost cost(
            String bundle, long bundleId, String listener, long calls, long failures, ListenerCost.Time time) {
        return new ListenerCost(
                bundle, bundleId, listener, calls, failures, time, 0, Optional.of("boom"), false, List.of());
    }

    private static List<String> printed(Consumer<ConsoleWriter> what) {
        StringWriter text = new StringWriter();
        what.accept(new ConsoleWriter(text, ConsoleWriter.UNLIMITED));
        return text.toString().lines().toList();
    }

    @Test
    void showsStateAndPriceOfEachPlugin() {
        assertThat(printed(out -> PluginTable.print(List.of(MOTD, BROKEN), FixedCosts.of(PRICE, TAP), out)))
                .containsExactly(
                        "FILE      PLUGIN                  STATE                        CALLS  FAILURES  TIME    P50     P99",
                        "motd.jar  com.example.motd 1.0.0  active, QUARANTINED          28     17        3.4 ms  1.2 us  900.0 us",
                        "b.jar     -                       incomplete: zip END missing  0      0         0.0 ms  0.0 us  0.0 us",
                        "Sessions decode for com.example.motd, tap greeter: play clientbound login");
    }

    @Test
    void countsPacketsOfAListenerOnceThoughItsTapSeesThemToo() {
        ListenerCost listener = cost("com.example.motd", 21, "PacketListener", 102, 0, ListenerCost.Time.NONE);
        ListenerCost tap = cost("com.example.motd", 21, "tap x", 102, 0, new ListenerCost.Time(1_000_000, 1, 1))
                .ofListener();

        assertThat(printed(out -> PluginTable.print(List.of(MOTD), FixedCosts.of(listener, tap), out)))
                .element(1)
                .asString()
                .containsPattern(" 102 +0 +1.0 ms");
    }

    @Test
    void showsListenersThatAreNotFromTheFolder() {
        ListenerCost price = cost("dev.infrajar.x", 9, "LoginListener", 1, 0, ListenerCost.Time.NONE);

        assertThat(printed(out -> PluginTable.print(List.of(), FixedCosts.of(price), out)))
                .element(1)
                .asString()
                .matches("- +dev.infrajar.x +not of the plugins folder +1 +0 +0.0 ms +0.0 us +0.0 us");
    }

    @Test
    void saysThatThereAreNone() {
        assertThat(printed(out -> PluginTable.print(List.of(), FixedCosts.of(), out)))
                .containsExactly("No plugins.");
    }

    @Test
    void showsOnePluginWithItsListeners() {
        PluginStates states = new PluginStates();
        states.set(MOTD);
        PluginCommand command = new PluginCommand(states, FixedCosts.of(PRICE, TAP));
        List<String> expected = List.of(
                "motd.jar  com.example.motd 1.0.0",
                "  active",
                "  StatusListener  calls 12, failures 1, total 3.4 ms, p50 1.2 us, p99 900.0 us, last failure: boom",
                "  tap greeter  calls 16, failures 16, total 0.0 ms, p50 0.0 us, p99 0.0 us, threads lost 4, QUARANTINED,"
                        + " sees play clientbound login, last failure: no");

        assertThat(printed(out -> command.run(List.of("motd"), out))).isEqualTo(expected);
        assertThat(printed(out -> command.run(List.of("motd.jar"), out))).isEqualTo(expected);
        assertThat(printed(out -> command.run(List.of("com.example.motd"), out)))
                .isEqualTo(expected);
        assertThat(printed(out -> command.run(List.of("com.example"), out)))
                .containsExactly("There is no plugin 'com.example'.");
        assertThat(command.complete(List.of(""))).containsExactly("com.example.motd");
    }

    @Test
    void showsFaultsOfDeclarations() {
        PluginStates states = new PluginStates();
        states.set(MOTD);
        FixedCosts faulty = new FixedCosts(
                List.of(), List.of(new FaultyService("com.example.motd", 21, "tap x", "no such packet")));
        PluginCosts costs = new PluginCosts(List.of(faulty));

        assertThat(printed(out -> PluginTable.print(List.of(MOTD), costs, out)))
                .endsWith("Fault in com.example.motd, tap x: no such packet");
        assertThat(printed(out -> new PluginCommand(states, costs).run(List.of("motd"), out)))
                .endsWith("  tap x  FAULT: no such packet");
    }

    @Test
    void timesEveryCallOrASample() {
        FixedCosts source = new FixedCosts(List.of(), List.of());
        PluginsCommand command = new PluginsCommand(new PluginStates(), new PluginCosts(List.of(source)));

        assertThat(printed(out -> command.run(List.of("timing", "every"), out)))
                .containsExactly("Every call is timed from now on.");
        assertThat(source.isEveryCallTimed()).isTrue();

        assertThat(printed(out -> command.run(List.of("timing", "sampled"), out)))
                .containsExactly("Calls of packet taps are sampled from now on; calls of listeners are all timed.");
        assertThat(source.isEveryCallTimed()).isFalse();
    }

    @Test
    void refusesOtherQuestions() {
        PluginsCommand command = new PluginsCommand(new PluginStates(), FixedCosts.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> printed(out -> command.run(List.of("timing", "never"), out)))
                .withMessage("Time every call, or sampled ones?");
        assertThatIllegalArgumentException().isThrownBy(() -> printed(out -> command.run(List.of("x"), out)));
        assertThat(command.complete(List.of("timing", ""))).containsExactly("every", "sampled");
    }
}
