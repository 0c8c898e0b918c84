// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.config.Reloadable;
import dev.infrajar.net.core.ConsoleWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReloadCommandTest {
    private final ReloadCommand command = new ReloadCommand();

    private void add(String subject, int ranking, long id, Supplier<List<String>> result) {
        Reloadable reloadable = new Reloadable() {
            @Override
            public String subject() {
                return subject;
            }

            @Override
            public List<String> reload() {
                return result.get();
            }
        };
        command.addReloadable(reloadable, Map.of("service.ranking", ranking, "service.id", id));
    }

    private List<String> run() {
        StringWriter text = new StringWriter();
        command.run(List.of(), new ConsoleWriter(text, ConsoleWriter.UNLIMITED));
        return text.toString().lines().toList();
    }

    @Test
    void showsWhatHasChangedByRanking() {
        add("servers", 0, 1, List::of);
        add("bans.json", 0, 2, () -> List.of("1 ban more"));
        add("infrarust.toml", 1000, 3, () -> List.of("a: 1 -> 2", "b: 1 -> 2"));

        assertThat(run())
                .containsExactly(
                        "infrarust.toml:",
                        "  a: 1 -> 2",
                        "  b: 1 -> 2",
                        "servers: nothing has changed",
                        "bans.json:",
                        "  1 ban more");
    }

    @Test
    void goesOnAfterOneFails() {
        add("first", 1, 1, () -> {
            throw new IllegalStateException("thrown by the test");
        });
        add("second", 0, 2, List::of);

        assertThat(run())
                .containsExactly(
                        "first:",
                        "  could not be reloaded: java.lang.IllegalStateException: thrown by the test",
                        "second: nothing has changed");
    }

    @Test
    void forgetsWhatIsGone() {
        add("first", 1, 1, List::of);
        command.removeReloadable(Map.of("service.ranking", 1, "service.id", 1L));

        assertThat(run()).isEmpty();
    }
}
