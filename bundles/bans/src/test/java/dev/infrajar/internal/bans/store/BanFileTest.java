// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import static dev.infrajar.internal.bans.store.ManualClock.START;
import static dev.infrajar.internal.bans.store.SampleBans.permanent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BanFileTest {
    private final Path folder;
    private final Path path;
    private final BanFile file;

    BanFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.path = folder.resolve("bans.json");
        this.file = new BanFile(path);
    }

    private static BanDocument document(String name) {
        return BanDocument.of(List.of(permanent(Target.name(name))));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void leavesNothingButTheFile() throws IOException {
        file.write(document("Steve"));
        file.write(document("Alex"));

        assertThat(names()).containsExactly("bans.json");
        assertThat(Files.readString(path)).isEqualTo(document("Alex").toJson());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void makesANewFileForItsOwnerAlone() throws IOException {
        file.write(document("Steve"));

        assertThat(permissions(path)).isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsThePermissions() throws IOException {
        file.write(document("Steve"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-r--"));

        file.write(document("Alex"));

        assertThat(permissions(path)).isEqualTo("rw-rw-r--");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void writesWhereASymbolicLinkLeads() throws IOException {
        Path real = Files.createDirectory(folder.resolve("data")).resolve("real.json");
        Files.createSymbolicLink(path, Path.of("data", "real.json"));

        file.write(document("Steve"));
        file.write(document("Alex"));

        assertThat(path).isSymbolicLink();
        assertThat(Files.readString(real)).isEqualTo(document("Alex").toJson());
        assertThat(file.read()).isInstanceOf(Content.Present.class);
    }

    @Test
    void draftOfACrashIsNoContent() throws IOException {
        file.write(document("Steve"));

        AtomicWrite.draft(path, "half of".getBytes(StandardCharsets.UTF_8));

        assertThat(file.read()).isInstanceOf(Content.Present.class);
        assertThat(Files.readString(path)).isEqualTo(document("Steve").toJson());
        file.write(document("Alex"));
        assertThat(Files.readString(path)).isEqualTo(document("Alex").toJson());
    }

    @Test
    void failedWriteLeavesTheOldContentAndNoDraft() throws IOException {
        Files.createDirectories(path.resolve("in the way"));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> file.write(document("Steve")));

        assertThat(names()).containsExactly("bans.json");
        assertThat(path.resolve("in the way")).isDirectory();
    }

    @Test
    void namesTheFolderThatIsMissing() {
        BanFile elsewhere = new BanFile(folder.resolve("none").resolve("bans.json"));

        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> elsewhere.write(document("Steve")))
                .satisfies(failure ->
                        assertThat(BanFile.reason(failure)).isEqualTo("there is no " + folder.resolve("none")));
    }

    @Test
    void neverTakesATakenNameForWhatIsSetAside() throws IOException {
        for (String content : List.of("one", "two", "three")) {
            Files.writeString(path, content);
            file.setAside(START);
        }

        assertThat(names())
                .containsExactly(
                        "bans.json.corrupt-20261122T120000Z",
                        "bans.json.corrupt-20261122T120000Z-2",
                        "bans.json.corrupt-20261122T120000Z-3");
        assertThat(Files.readString(folder.resolve("bans.json.corrupt-20261122T120000Z")))
                .isEqualTo("one");
    }

    @Test
    void tellsWhatItCannotRead() throws IOException {
        assertThat(file.read()).isInstanceOf(Content.Missing.class);

        Files.write(path, new byte[] {'{', (byte) 0xFF, '}'});
        assertThat(file.read()).isEqualTo(new Content.Corrupt("it is not text in UTF-8"));

        Files.writeString(path, "{\n  \"bans\": [,]\n}");
        assertThat(file.read()).isInstanceOfSatisfying(Content.Corrupt.class, corrupt -> assertThat(corrupt.reason())
                .contains("line 2")
                .doesNotContain("http"));

        Files.delete(path);
        Files.createDirectory(path);
        assertThat(file.read()).isEqualTo(new Content.Unreadable("it is not a regular file"));
    }

    @Test
    void noticesTheWritesOfOthersAlone() throws IOException {
        assertThat(file.read()).isInstanceOf(Content.Missing.class);
        assertThat(file.hasChanged()).isFalse();

        file.write(document("Steve"));
        assertThat(file.hasChanged()).isFalse();

        Files.writeString(path, document("Alexander").toJson());
        assertThat(file.hasChanged()).isTrue();
        assertThat(file.read()).isInstanceOf(Content.Present.class);
        assertThat(file.hasChanged()).isFalse();

        Files.delete(path);
        assertThat(file.hasChanged()).isTrue();
    }

    @Test
    void triesAgainWhatItCouldNotRead() throws IOException {
        Files.createDirectory(path);
        assertThat(file.read()).isInstanceOf(Content.Unreadable.class);

        assertThat(file.hasChanged()).isTrue();
    }
}
