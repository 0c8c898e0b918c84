// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.core.ConsoleWriter;
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
            new ListenerCost("com.example.motd", 21, "StatusListener", 12, 1, 3_400_000, 0, Optional.of("boom"), false);
    private static final ListenerCost QUARANTINED =
            new ListenerCost("com.example.motd", 21, "LoginListener", 16, 16, 0, 4, Optional.of("no"), true);

    private static List<String> printed(Consumer<ConsoleWriter> what) {
        StringWriter text = new StringWriter();
        what.accept(new ConsoleWriter(text, ConsoleWriter.UNLIMITED));
        return text.toString().lines().toList();
    }

    @Test
    void showsStateAndPriceOfEachPlugin() {
        assertThat(printed(out -> PluginTable.print(List.of(MOTD, BROKEN), List.of(PRICE, QUARANTINED), out)))
                .containsExactly(
                        "FILE      PLUGIN                  STATE                        CALLS  FAILURES  TIME",
                        "motd.jar  com.example.motd 1.0.0  active, QUARANTINED          28     17        3.4 ms",
                        "b.jar     -                       incomplete: zip END missing  0      0         0.0 ms");
    }

    @Test
    void showsListenersThatAreNotFromTheFolder() {
        ListenerCost price =
                new ListenerCost("dev.infrajar.x", 9, "LoginListener", 1, 0, 0, 0, Optional.empty(), false);

        assertThat(printed(out -> PluginTable.print(List.of(), List.of(price), out)))
                .element(1)
                .asString()
                .matches("- +dev.infrajar.x +not of the plugins folder +1 +0 +0.0 ms");
    }

    @Test
    void saysThatThereAreNone() {
        assertThat(printed(out -> PluginTable.print(List.of(), List.of(), out))).containsExactly("No plugins.");
    }

    @Test
    void showsOnePluginWithItsListeners() {
        PluginStates states = new PluginStates();
        states.set(MOTD);
        PluginCommand command = new PluginCommand(states, new FixedCosts(List.of(PRICE, QUARANTINED)));
        List<String> expected = List.of(
                "motd.jar  com.example.motd 1.0.0",
                "  active",
                "  StatusListener  calls 12, failures 1, total 3.4 ms, last failure: boom",
                "  LoginListener  calls 16, failures 16, total 0.0 ms, threads lost 4, QUARANTINED, last failure: no");

        assertThat(printed(out -> command.run(List.of("motd"), out))).isEqualTo(expected);
        assertThat(printed(out -> command.run(List.of("motd.jar"), out))).isEqualTo(expected);
        assertThat(printed(out -> command.run(List.of("com.example.motd"), out)))
                .isEqualTo(expected);
        assertThat(printed(out -> command.run(List.of("com.example"), out)))
                .containsExactly("There is no plugin 'com.example'.");
        assertThat(command.complete(List.of(""))).containsExactly("com.example.motd");
    }
}
