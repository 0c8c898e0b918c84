// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.motd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.internal.status.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FaviconTest {
    private static final byte[] PNG = Fixtures.png(64, 64);
    private static final String BASE64 = Base64.getEncoder().encodeToString(PNG);
    private static final String DATA_URI = "data:image/png;base64," + BASE64;

    private final Path folder;

    FaviconTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void dataUriIsTakenAsItIs() {
        assertThat(Favicon.resolve(DATA_URI)).isEqualTo(DATA_URI);
    }

    @Test
    void bareBase64BecomesADataUri() {
        assertThat(Favicon.resolve(BASE64)).isEqualTo(DATA_URI);
    }

    @Test
    void base64WithSlashesIsNotTakenForAPath() {
        byte[] slashes = Arrays.copyOf(PNG, 60);
        Arrays.fill(slashes, 40, 60, (byte) 0xFF);
        String base64 = Base64.getEncoder().encodeToString(slashes);
        assertThat(base64).contains("//");

        assertThat(Favicon.resolve(base64)).isEqualTo("data:image/png;base64," + base64);
    }

    @Test
    void lineBreaksAreTakenOutOfBase64() {
        String broken = BASE64.substring(0, 20) + "\n" + BASE64.substring(20) + "\n";

        assertThat(Favicon.resolve(broken)).isEqualTo(DATA_URI);
        assertThat(Favicon.resolve("data:image/png;base64," + broken)).isEqualTo(DATA_URI);
    }

    @Test
    void fileIsReadAtOnceAndItsPathForgotten() throws IOException {
        Path file = Files.write(folder.resolve("icon.png"), PNG);

        MotdEntry entry = entry(file.toString());
        Files.delete(file);

        assertThat(entry.favicon()).contains(DATA_URI);
    }

    @Test
    void fileThatHasChangedMakesAnotherEntry() throws IOException {
        Path file = Files.write(folder.resolve("icon.png"), PNG);
        MotdEntry before = entry(file.toString());
        Files.write(file, Arrays.copyOf(PNG, 50));

        assertThat(entry(file.toString())).isNotEqualTo(before);
    }

    @Test
    void missingFileIsNamedWithTheFolderItWasLookedForIn() {
        assertThatThrownBy(() -> Favicon.resolve("no/such.png"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("favicon = \"no/such.png\" does not exist: paths are relative to "
                        + Path.of("").toAbsolutePath());
        assertThatThrownBy(() -> Favicon.resolve("such.PNG")).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> Favicon.resolve("icons\\such")).hasMessageContaining("does not exist");
    }

    @Test
    void folderCannotBeRead() {
        assertThatThrownBy(() -> Favicon.resolve(folder.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void hugeFileIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("icon.png"), new byte[Favicon.MAX_BYTES + 1]);

        assertThatThrownBy(() -> Favicon.resolve(file.toString())).hasMessageContaining("more than 65536 bytes");
    }

    @ParameterizedTest
    @CsvSource({"32, 32", "64, 65", "128, 64", "0, 0"})
    void imageOfAnotherSizeIsRefused(int width, int height) {
        String base64 = Base64.getEncoder().encodeToString(Fixtures.png(width, height));

        assertThatThrownBy(() -> Favicon.resolve(base64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("favicon = \"iVBORw0K")
                .hasMessageEndingWith("has " + width + " by " + height + " pixels, must have 64 by 64");
    }

    @Test
    void imageOfAnotherKindIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("icon.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});

        assertThatThrownBy(() -> Favicon.resolve(file.toString()))
                .hasMessageEndingWith("is not a PNG image: clients show no other kind");
        assertThatThrownBy(() -> Favicon.resolve("data:image/jpeg;base64,/9j/"))
                .hasMessage("favicon = \"data:image/jpeg;base64,/9j/\" must begin with data:image/png;base64,");
        assertThatThrownBy(() -> Favicon.resolve("data:image/png;base64,iVBORw0KGgo="))
                .hasMessageContaining("not a PNG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "word", "two words", "data:image/png;base64,§"})
    void nonsenseIsRefused(String nonsense) {
        assertThatThrownBy(() -> Favicon.resolve(nonsense))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("favicon = \"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://icons.test/a.png", "https://icons.test:8443/a?b=c", "HTTP://icons.test"})
    void addressStaysAnAddress(String address) {
        MotdEntry entry = entry(address);

        assertThat(entry.faviconAddress()).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "https:///a.png", "http://ho st/", "http://a_b c"})
    void brokenAddressIsRefused(String address) {
        assertThatThrownBy(() -> Favicon.resolve(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("favicon = \"http");
    }

    @Test
    void longMessagesAreCut() {
        assertThatThrownBy(() -> Favicon.resolve("x".repeat(10_000))).message().hasSizeLessThan(300);
    }

    @Test
    void iconAndTextMustFitAnAnswerTogether() {
        String large = Base64.getEncoder().encodeToString(Arrays.copyOf(PNG, 24_000));

        assertThat(entry(large).favicon()).isPresent();
        assertThatThrownBy(
                        () -> new MotdEntry("§ax".repeat(600), Optional.of(large), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("favicon has 32022 characters in base64, which makes an answer of ")
                .hasMessageEndingWith("must be at most 32767 in all: use a smaller file");
    }

    private static MotdEntry entry(String favicon) {
        return new MotdEntry("text", Optional.of(favicon), Optional.empty(), Optional.empty());
    }
}
