// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.core.ListenerCost;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PluginTableTest {
    @Test
    void showsStateAndPriceOfEachPlugin() {
        PluginState motd = new PluginState(
                "motd.jar", Optional.of("com.example.motd 1.0.0"), 21, new PluginState.Status.Active(Optional.empty()));
        PluginState broken =
                new PluginState("b.jar", Optional.empty(), -1, new PluginState.Status.Incomplete("zip END missing"));
        ListenerCost price = new ListenerCost(
                "com.example.motd", 21, "StatusListener", 12, 1, 3_400_000, 0, Optional.of("boom"), false);
        ListenerCost quarantined =
                new ListenerCost("com.example.motd", 21, "LoginListener", 16, 16, 0, 4, Optional.of("no"), true);

        assertThat(PluginTable.lines(List.of(motd, broken), List.of(price, quarantined)))
                .containsExactly(
                        "motd.jar  com.example.motd 1.0.0  active",
                        "  StatusListener  calls 12, failures 1, total 3.4 ms, last failure: boom",
                        "  LoginListener  calls 16, failures 16, total 0.0 ms, threads lost 4, QUARANTINED, last failure: no",
                        "b.jar  incomplete: zip END missing");
    }

    @Test
    void showsListenersThatAreNotFromTheFolder() {
        ListenerCost price =
                new ListenerCost("dev.infrajar.x", 9, "LoginListener", 1, 0, 0, 0, Optional.empty(), false);

        assertThat(PluginTable.lines(List.of(), List.of(price)))
                .containsExactly("bundle dev.infrajar.x  LoginListener  calls 1, failures 0, total 0.0 ms");
    }

    @Test
    void saysThatThereAreNone() {
        assertThat(PluginTable.lines(List.of(), List.of())).containsExactly("No plugins.");
    }
}
