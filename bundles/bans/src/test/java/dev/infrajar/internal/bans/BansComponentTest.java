// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.bans.store.Target;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.DirectoryWatcher;
import dev.infrajar.net.core.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BansComponentTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final BanTerms FOR_EVER = new BanTerms(Optional.empty(), Optional.empty());

    private final Path folder;
    private final Section section;
    private final BansComponent component;
    private final List<Path> watched = new ArrayList<>();

    /** A section that a test reloads. */
    private static final class Section implements ConfigValue<BanConfig> {
        private final List<Change<BanConfig>> changes = new ArrayList<>();
        private BanConfig now;

        /** What is in force before anybody can be told. */
        private Optional<BanConfig> meanwhile = Optional.empty();

        Section(BanConfig now) {
            this.now = now;
        }

        @Override
        public BanConfig get() {
            return now;
        }

        @Override
        public Registration onChange(Change<BanConfig> change) {
            now = meanwhile.orElse(now);
            changes.add(change);
            return () -> changes.remove(change);
        }

        List<String> reload(BanConfig next) {
            now = next;
            return changes.stream()
                    .flatMap(change -> change.apply(next).stream())
                    .toList();
        }
    }

    BansComponentTest(@TempDir Path folder) {
        this.folder = folder;
        this.section = new Section(config("bans.json", true));
        this.component = new BansComponent(section);
    }

    @AfterEach
    void close() {
        component.close();
    }

    private BanConfig config(String file, boolean isAudited) {
        return new BanConfig(folder.resolve(file), HOUR, isAudited);
    }

    private void ban(String name) {
        component.bans().ban(Target.name(name), FOR_EVER, "console");
    }

    private final class FakeWatcher implements DirectoryWatcher {
        @Override
        public Registration watch(Path directory, Runnable changed) {
            throw new AssertionError("everything in " + directory + " is watched, and not a file alone");
        }

        @Override
        public Registration watchFile(Path file, Runnable changed) {
            watched.add(file);
            return () -> watched.remove(file);
        }
    }

    private List<String> banned() {
        return component.bans().inForce().stream()
                .map(ban -> ban.target().toString())
                .toList();
    }

    @Test
    void auditLogIsSwitchedLive() throws IOException {
        ban("Steve");
        assertThat(section.reload(config("bans.json", false))).isEmpty();
        ban("Alex");
        assertThat(section.reload(config("bans.json", true))).isEmpty();
        ban("Third");

        assertThat(Files.readString(folder.resolve("bans.json")).split("\"action\"", -1))
                .hasSize(3);
    }

    @Test
    void anotherFileIsUsedLiveAndWatched() throws IOException {
        component.bindWatcher(new FakeWatcher());
        assertThat(watched).containsExactly(folder.resolve("bans.json"));
        ban("Steve");
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("more.json"), "{\"bans\": [{\"target\": {\"username\": \"Alex\"}}]}");

        assertThat(section.reload(config("other/more.json", true))).isEmpty();

        assertThat(banned()).containsExactly("Alex");
        assertThat(watched).containsExactly(other.resolve("more.json"));
        assertThat(component.reload()).isEmpty();
    }

    @Test
    void fileThatCannotBeUsedIsNamedAndTheOldOneStays() throws IOException {
        ban("Steve");
        Files.writeString(folder.resolve("other.json"), "no JSON");

        assertThat(section.reload(config("other.json", true)))
                .singleElement()
                .asString()
                .startsWith("ban.file: " + folder.resolve("other.json"))
                .endsWith(folder.resolve("bans.json") + " stays in use");

        assertThat(banned()).containsExactly("Steve");
    }

    @Test
    void reloadReadsTheFile() throws IOException {
        assertThat(component.subject()).isEqualTo("bans");
        Files.writeString(folder.resolve("bans.json"), "{\"bans\": [{\"target\": {\"username\": \"Alex\"}}]}");

        assertThat(component.reload()).containsExactly("1 ban added, 0 changed, 0 removed");

        assertThat(banned()).containsExactly("Alex");
    }

    @Test
    void watcherThatComesLateFindsWhatWasWrittenBefore() throws IOException {
        Files.writeString(folder.resolve("bans.json"), "{\"bans\": [{\"target\": {\"username\": \"Alex\"}}]}");

        component.bindWatcher(new FakeWatcher());

        assertThat(banned()).containsExactly("Alex");
    }

    @Test
    void closedComponentWatchesNothingAndTakesNoChanges() {
        component.bindWatcher(new FakeWatcher());

        component.close();

        assertThat(watched).isEmpty();
        assertThat(section.changes).isEmpty();
    }

    @Test
    void seesAReloadThatCameBeforeItCouldBeTold() {
        Section early = new Section(config("early.json", true));
        early.meanwhile = Optional.of(config("other.json", true));

        BansComponent late = new BansComponent(early);
        try {
            assertThat(late.bans().path()).isEqualTo(folder.resolve("other.json"));
        } finally {
            late.close();
        }
    }
}
