// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import static dev.infrajar.internal.bans.store.ManualClock.START;
import static dev.infrajar.internal.bans.store.SampleBans.during;
import static dev.infrajar.internal.bans.store.SampleBans.permanent;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BanStoreTest {
    private static final Target STEVE = Target.name("Steve");
    private static final Target ALEX = Target.name("Alex");
    private static final String ALEX_BY_HAND = "{\"mine\": 1, \"bans\": [{\"target\": {\"username\": \"Alex\"}}]}";

    private final Path folder;
    private final Path path;
    private final ManualClock clock = new ManualClock();
    private boolean isAudited = true;

    BanStoreTest(@TempDir Path home) throws IOException {
        this.folder = Files.createDirectory(home.resolve("data"));
        this.path = folder.resolve("bans.json");
    }

    private BanStore open() {
        return BanStore.open(path, clock, () -> isAudited);
    }

    private static List<Target> targets(BanStore store) {
        return List.copyOf(store.index().all().keySet());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> audit() throws IOException {
        List<String> lines = new ArrayList<>();
        for (JsonElement json :
                JsonParser.parseString(Files.readString(path)).getAsJsonObject().getAsJsonArray("audit_log")) {
            var entry = json.getAsJsonObject();
            lines.add(entry.get("action").getAsString() + " "
                    + entry.getAsJsonObject("target").get("value").getAsString());
        }
        return lines;
    }

    @Test
    void missingFileSaysThatNobodyIsBanned() {
        assertThat(targets(open())).isEmpty();
        assertThat(path).doesNotExist();
    }

    @Test
    void banIsInForceAndOnTheDisk() {
        Ban ban = during(STEVE, Duration.ofDays(7));
        BanStore store = open();

        assertThat(store.ban(ban)).isEqualTo(new Changed(Optional.empty(), Optional.empty()));

        assertThat(store.index().find("STEVE", START)).contains(ban);
        assertThat(open().index().find("STEVE", START)).contains(ban);
    }

    @Test
    void secondBanReplacesTheFirst() {
        Ban first = permanent(STEVE);
        Ban second = during(STEVE, Duration.ofMinutes(1));
        BanStore store = open();
        store.ban(first);

        assertThat(store.ban(second).before()).contains(first);

        assertThat(store.index().all().values()).containsExactly(second);
        assertThat(open().index().all().values()).containsExactly(second);
    }

    @Test
    void liftedBanIsGoneFromTheDiskToo() {
        BanStore store = open();
        store.ban(permanent(STEVE));
        store.ban(permanent(ALEX));

        assertThat(store.lift(Target.name("sTEVE"), "console").before()).contains(permanent(STEVE));

        assertThat(targets(store)).containsExactly(ALEX);
        assertThat(targets(open())).containsExactly(ALEX);
    }

    @Test
    void liftingWhatIsNotBannedTouchesNothing() {
        BanStore store = open();

        assertThat(store.lift(STEVE, "console")).isEqualTo(new Changed(Optional.empty(), Optional.empty()));

        assertThat(path).doesNotExist();
    }

    @Test
    void expiredBanIsNotOneThatIsReplacedOrLifted() {
        BanStore store = open();
        store.ban(during(STEVE, Duration.ofMinutes(1)));
        clock.pass(Duration.ofMinutes(1));

        assertThat(store.lift(STEVE, "console").before()).isEmpty();
        assertThat(store.ban(permanent(STEVE)).before()).isEmpty();
    }

    @Test
    void writesDownWhatIsDone() throws IOException {
        BanStore store = open();
        store.ban(permanent(STEVE));
        store.ban(during(ALEX, Duration.ofMinutes(1)));
        store.lift(STEVE, "console");
        clock.pass(Duration.ofMinutes(1));
        store.purge();

        assertThat(audit()).containsExactly("ban Steve", "ban Alex", "unban Steve", "expired Alex");
    }

    @Test
    void writesNothingDownWhenToldSoAndKeepsWhatThereIs() throws IOException {
        BanStore store = open();
        store.ban(permanent(STEVE));

        isAudited = false;
        store.ban(during(ALEX, Duration.ofMinutes(1)));
        store.lift(STEVE, "console");
        clock.pass(Duration.ofMinutes(1));
        store.purge();

        assertThat(audit()).containsExactly("ban Steve");
        assertThat(targets(open())).isEmpty();
    }

    @Test
    void purgeRemovesExpiredBansAlone() {
        BanStore store = open();
        store.ban(during(STEVE, Duration.ofMinutes(1)));
        store.ban(during(ALEX, Duration.ofMinutes(2)));
        clock.pass(Duration.ofMinutes(1));

        store.purge();

        assertThat(targets(store)).containsExactly(ALEX);
        assertThat(targets(open())).containsExactly(ALEX);
    }

    @Test
    void purgeLeavesTheDiskAloneWhenThereIsNothingToDo() throws IOException {
        BanStore store = open();
        store.ban(permanent(STEVE));
        Files.writeString(path, "not looked at");

        store.purge();

        assertThat(path).hasContent("not looked at");
    }

    @Test
    void setsACorruptFileAsideAndStartsWithoutBans() throws IOException {
        Files.writeString(path, "{\"bans\": [");

        BanStore store = open();

        assertThat(targets(store)).isEmpty();
        assertThat(names()).containsExactly("bans.json.corrupt-20261122T120000Z");
        assertThat(store.ban(permanent(STEVE)).unsaved()).isEmpty();
        assertThat(folder.resolve("bans.json.corrupt-20261122T120000Z")).hasContent("{\"bans\": [");
    }

    @Test
    void losesNoByteOfAFileThatIsCutAnywhere() throws IOException {
        open().ban(during(STEVE, Duration.ofDays(7)));
        byte[] whole = Files.readString(path).strip().getBytes(StandardCharsets.UTF_8);
        Path aside = folder.resolve("bans.json.corrupt-20261122T120000Z");

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(path, cut);
            BanStore store = open();
            assertThat(targets(store)).as("the first %d bytes", length).isEmpty();
            assertThat(aside).hasBinaryContent(cut);
            Files.delete(aside);
        }
    }

    @Test
    void keepsWhatWasWrittenByHandSinceItLastLooked() throws IOException {
        BanStore store = open();
        store.ban(permanent(STEVE));
        Files.writeString(path, ALEX_BY_HAND);

        store.ban(permanent(Target.name("Third")));

        assertThat(targets(store)).containsExactly(ALEX, Target.name("Third"));
        assertThat(Files.readString(path)).contains("\"mine\": 1");
        assertThat(targets(open())).containsExactly(ALEX, Target.name("Third"));
    }

    @Test
    void liftsWhatWasBannedByHand() throws IOException {
        BanStore store = open();
        Files.writeString(path, ALEX_BY_HAND);

        assertThat(store.lift(ALEX, "console").before()).isPresent();
    }

    @Test
    void refreshTakesOverWhatWasWrittenByHand() throws IOException {
        BanStore store = open();
        store.ban(permanent(STEVE));
        Files.writeString(path, ALEX_BY_HAND);

        Refreshed refreshed = store.refreshIfChanged();

        assertThat(refreshed.lines()).containsExactly("1 ban added, 0 changed, 1 removed");
        assertThat(targets(store)).containsExactly(ALEX);
        assertThat(store.refreshIfChanged().isDifferent()).isFalse();
        assertThat(store.refresh().lines()).isEmpty();
    }

    @Test
    void refreshKeepsTheBansWhenTheFileIsBroken() throws IOException {
        BanStore store = open();
        store.ban(permanent(STEVE));
        Files.writeString(path, "{\"bans\": [");

        assertThat(store.refresh().lines()).singleElement().asString().contains("line 1", "in force stay 1 ban");

        assertThat(targets(store)).containsExactly(STEVE);
        assertThat(path).hasContent("{\"bans\": [");
    }

    @Test
    void changeSetsABrokenEditAsideAndWritesWhatIsInForce() throws IOException {
        BanStore store = open();
        store.ban(permanent(STEVE));
        Files.writeString(path, "{\"bans\": [");
        store.refresh();

        assertThat(store.ban(permanent(ALEX)).unsaved()).isEmpty();

        assertThat(folder.resolve("bans.json.corrupt-20261122T120000Z")).hasContent("{\"bans\": [");
        assertThat(targets(open())).containsExactly(STEVE, ALEX);
    }

    @Test
    void disappearedFileLiftsNothingAndIsWrittenAgain() throws IOException {
        BanStore store = open();
        store.ban(permanent(STEVE));
        Files.delete(path);

        assertThat(store.refresh().lines()).singleElement().asString().contains("it is gone");
        assertThat(targets(store)).containsExactly(STEVE);
        store.ban(permanent(ALEX));

        assertThat(targets(open())).containsExactly(STEVE, ALEX);
    }

    @Test
    void entryThatIsNoBanIsReportedAndTheOthersAreInForce() throws IOException {
        Files.writeString(path, """
                {"bans": [{"target": {"ip": "1.2.3"}}, {"target": {"username": "Alex"}}]}""");
        BanStore store = open();

        assertThat(targets(store)).containsExactly(ALEX);
        assertThat(store.refresh().lines())
                .containsExactly(path + ": bans[1] is not in force: \"1.2.3\" is not an IP address");
        store.ban(permanent(STEVE));
        assertThat(Files.readString(path)).contains("\"1.2.3\"");
    }

    @Test
    void neverWritesOverAFileThatCannotBeRead() throws IOException {
        Files.createDirectory(path);
        BanStore store = open();

        Changed changed = store.ban(permanent(STEVE));

        assertThat(changed.unsaved())
                .hasValueSatisfying(reason -> assertThat(reason).contains("cannot be read"));
        assertThat(targets(store)).containsExactly(STEVE);
        assertThat(path).isDirectory();
        assertThat(names()).containsExactly("bans.json");
    }

    @Test
    void joinsWhatIsNotSavedWithAFileThatCanBeReadAgain() throws IOException {
        Files.createDirectory(path);
        BanStore store = open();
        store.ban(permanent(STEVE));
        Files.delete(path);
        Files.writeString(path, ALEX_BY_HAND);

        assertThat(store.refreshIfChanged().added()).isEqualTo(1);
        assertThat(targets(store)).containsExactly(ALEX, STEVE);
        store.purge();

        assertThat(targets(open())).containsExactly(ALEX, STEVE);
        assertThat(audit()).containsExactly("ban Steve");
    }

    @Test
    void banThatCannotBeSavedIsInForceAndSavedLater() throws IOException {
        BanStore store = open();
        Files.delete(folder);

        assertThat(store.ban(permanent(STEVE)).unsaved())
                .hasValueSatisfying(reason -> assertThat(reason).contains("there is no " + folder));
        assertThat(store.index().find("Steve", START)).isPresent();

        Files.createDirectory(folder);
        assertThat(store.ban(permanent(ALEX)).unsaved()).isEmpty();
        assertThat(targets(open())).containsExactly(STEVE, ALEX);
        assertThat(audit()).containsExactly("ban Steve", "ban Alex");
    }

    @Test
    void purgeSavesWhatCouldNotBeSaved() throws IOException {
        BanStore store = open();
        store.ban(permanent(ALEX));
        Files.move(folder, folder.resolveSibling("away"));
        store.ban(permanent(STEVE));
        store.lift(ALEX, "console");
        Files.move(folder.resolveSibling("away"), folder);

        store.purge();

        assertThat(targets(open())).containsExactly(STEVE);
        assertThat(audit()).containsExactly("ban Alex", "ban Steve", "unban Alex");
    }

    @Test
    void usesAnotherFileIfItCan() throws IOException {
        BanStore store = open();
        store.ban(permanent(STEVE));
        Path other = Files.writeString(folder.resolve("other.json"), ALEX_BY_HAND);

        assertThat(store.moveTo(other)).isEmpty();

        assertThat(store.path()).isEqualTo(other);
        assertThat(targets(store)).containsExactly(ALEX);
        store.ban(permanent(Target.name("Third")));
        assertThat(targets(open())).containsExactly(STEVE);
    }

    @Test
    void staysWithItsFileWhenTheOtherIsCorrupt() throws IOException {
        BanStore store = open();
        store.ban(permanent(STEVE));
        Path other = Files.writeString(folder.resolve("other.json"), "[]");

        assertThat(store.moveTo(other))
                .hasValueSatisfying(reason -> assertThat(reason).contains("other.json", "must be an object"));

        assertThat(store.path()).isEqualTo(path);
        assertThat(targets(store)).containsExactly(STEVE);
        assertThat(other).hasContent("[]");
    }

    @Test
    void missingOtherFileHasNoBans() {
        BanStore store = open();
        store.ban(permanent(STEVE));

        assertThat(store.moveTo(folder.resolve("other.json"))).isEmpty();

        assertThat(targets(store)).isEmpty();
    }

    @Test
    void losesNoneOfManyBansAtOnceAndIsReadableAtEveryMoment() throws Exception {
        BanStore store = open();
        store.ban(permanent(Target.name("first")));
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                int own = writer;
                writers.add(threads.submit(() -> banMany(store, own)));
            }
            Future<?> reader = threads.submit(() -> readUntil(writers));
            for (Future<?> writer : writers) {
                writer.get();
            }
            reader.get();
        }

        assertThat(store.index().all()).hasSize(101);
        assertThat(open().index().all()).isEqualTo(store.index().all());
        assertThat(names()).containsExactly("bans.json");
        assertThat(audit()).hasSize(101);
    }

    private static void banMany(BanStore store, int writer) {
        for (int i = 0; i < 25; i++) {
            Target target = Target.name("w" + writer + "-" + i);
            assertThat(store.ban(permanent(target)).unsaved()).isEmpty();
            assertThat(store.index().all()).containsKey(target);
        }
    }

    private void readUntil(List<Future<?>> writers) {
        BanFile file = new BanFile(path);
        while (!writers.stream().allMatch(Future::isDone)) {
            assertThat(file.read()).isInstanceOf(Content.Present.class);
        }
    }
}
