// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.core.PluginCalls.Offer;
import dev.infrajar.net.core.PluginCalls.Target;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PluginTargetsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ListenerChains chains = new ListenerChains(Limits.ofApi());

    @AfterEach
    void close() {
        chains.close();
    }

    private Target<Supplier<String>> open(Supplier<String> service) {
        return chains.targets().open(new Offer<>() {
            @Override
            public String bundle() {
                return "com.example.plugin";
            }

            @Override
            public long bundleId() {
                return 7;
            }

            @Override
            public String kind() {
                return "command hello";
            }

            @Override
            public @Nullable Supplier<String> obtain() {
                return service;
            }

            @Override
            public void giveBack(Supplier<String> given) {}
        });
    }

    @Test
    void callsOnThreadOfThePlugin() {
        Target<Supplier<String>> target = open(() -> Thread.currentThread().getName());

        assertThat(target.ask(LONG, Supplier::get))
                .hasValueSatisfying(name -> assertThat(name).startsWith("com.example.plugin-"));
    }

    @Test
    void answersNothingWhenTheServiceThrows() {
        Target<Supplier<String>> target = open(() -> {
            throw new NoClassDefFoundError("gone");
        });

        assertThat(target.ask(LONG, Supplier::get)).isEmpty();
        assertThat(chains.costs()).singleElement().satisfies(cost -> {
            assertThat(cost.listener()).isEqualTo("command hello");
            assertThat(cost.failures()).isEqualTo(1);
            assertThat(cost.lastFailure())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("NoClassDefFoundError"));
        });
    }

    @Test
    void givesUpAtTheLimit() {
        CountDownLatch never = new CountDownLatch(1);
        Target<Supplier<String>> target = open(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "late";
        });

        assertThat(target.ask(Duration.ofMillis(50), Supplier::get)).isEmpty();
        assertThat(chains.costs()).extracting(ListenerCost::failures).containsExactly(1L);
    }

    @Test
    void isNotCalledAfterItsClose() {
        Target<Supplier<String>> target = open(() -> "here");
        target.close();
        target.close();

        assertThat(target.ask(LONG, Supplier::get)).isEmpty();
        assertThat(chains.costs()).isEmpty();
    }

    @Test
    void keepsTheThreadsOfAnotherTargetOfTheSamePlugin() {
        Target<Supplier<String>> stays = open(() -> "here");
        open(() -> "leaves").close();

        assertThat(stays.ask(LONG, Supplier::get)).contains("here");
    }
}
