// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.infrajar.internal.forwarding.SecretFile.Reading;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {
    private final Path folder;
    private final Path file;

    SecretFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("forwarding.secret");
    }

    private static void assumeRights() {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    }

    private void write(String text, String rights) throws IOException {
        Files.writeString(file, text);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        }
    }

    private String problem() {
        return SecretFile.readOrCreate(file) instanceof Reading.Unusable(String problem) ? problem : "none";
    }

    @Test
    void isMadeWithARandomSecret() throws IOException {
        assertThat(SecretFile.readOrCreate(file)).isInstanceOfSatisfying(Reading.Usable.class, made -> {
            assertThat(made.isNew()).isTrue();
            assertThat(made.warning()).isEmpty();
            assertThat(made.secret().text()).matches("[A-Za-z0-9]{32}");
            assertThat(SecretFile.readOrCreate(file))
                    .isEqualTo(new Reading.Usable(made.secret(), false, Optional.empty()));
        });
        Files.delete(file);
        SecretFile.readOrCreate(file);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("no draft is left").containsExactly(file);
        }
    }

    @Test
    void isMadeWithAnotherSecretEachTime() throws IOException {
        SecretFile.readOrCreate(file);
        String first = Files.readString(file);
        Files.delete(file);
        SecretFile.readOrCreate(file);
        assertThat(Files.readString(file)).isNotEqualTo(first);
    }

    @Test
    void isMadeForItsOwnerAlone() throws IOException {
        assumeRights();
        SecretFile.readOrCreate(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void holdsOneLine() throws IOException {
        write("  correct horse \r\n", "rw-------");
        assertThat(SecretFile.readOrCreate(file))
                .isEqualTo(new Reading.Usable(new Secret("correct horse"), false, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
    void warnsOfRightsOfOthers(String rights) throws IOException {
        assumeRights();
        write("abc", rights);
        assertThat(SecretFile.readOrCreate(file))
                .isInstanceOfSatisfying(Reading.Usable.class, usable -> assertThat(usable.warning())
                        .hasValueSatisfying(warning -> assertThat(warning)
                                .contains(rights)
                                .contains("chmod 600 " + file)
                                .doesNotContain("abc")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "one\ntwo"})
    void isRefusedWithoutOneLine(String text) throws IOException {
        write(text, "rw-------");
        assertThat(problem()).isEqualTo(file + ": must hold the secret in one line; delete it to get a new one");
        assertThat(Files.readString(file)).as("it stays as it is").isEqualTo(text);
    }

    @Test
    void isRefusedWhenItIsAnotherFile() throws IOException {
        write("x".repeat(5000), "rw-------");
        assertThat(problem()).startsWith(file + ": is longer than 4096 bytes");
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 0x41});
        assertThat(problem()).isEqualTo(file + ": is not text in UTF-8");
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(problem()).isEqualTo(file + ": is not a file");
    }

    @Test
    void isRefusedWhereItCannotBeMade() {
        Path nowhere = folder.resolve("missing").resolve("forwarding.secret");
        assertThat(SecretFile.readOrCreate(nowhere))
                .isInstanceOfSatisfying(Reading.Unusable.class, unusable -> assertThat(unusable.problem())
                        .startsWith(nowhere + ": cannot be made or read: ")
                        .contains("NoSuchFileException"));
    }

    @Test
    void doesNotReplaceALinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(file, folder.resolve("elsewhere"));
        assertThat(problem()).isEqualTo(file + ": is not a file");
    }
}
