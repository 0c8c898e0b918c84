// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarReaderTest {
    private static final byte[] CODE = "code that is long enough to be damaged".getBytes(StandardCharsets.US_ASCII);
    private static final TestJar PLUGIN = TestJar.bundle("com.example.a;singleton:=true", "1.2.3");

    private final Path file;

    JarReaderTest(@TempDir Path folder) {
        file = folder.resolve("a.jar");
    }

    @Test
    void readsWhatABundleIs() {
        TestJar jar = PLUGIN.with("Import-Package", "x.y;version=\"[1,2)\",z;resolution:=optional;tier=net");

        JarFacts facts = facts(jar);

        assertThat(facts.title()).isEqualTo("com.example.a 1.2.3");
        assertThat(facts.imports())
                .containsExactly(
                        new PackageImport("x.y", VersionInterval.parse("[1,2)"), Map.of("version", "[1,2)"), false),
                        new PackageImport("z", VersionInterval.parse("0"), Map.of("tier", "net"), true));
        assertThat(facts.fragment()).isFalse();
    }

    @Test
    void doesNotTakeAJarForABundle() {
        assertThat(facts(TestJar.empty()).symbolicName()).isEmpty();
        assertThat(facts(TestJar.empty().with("Bundle-SymbolicName", "a")).symbolicName())
                .isEmpty();
    }

    @Test
    void seesAFragment() {
        assertThat(facts(PLUGIN.with("Fragment-Host", "b")).fragment()).isTrue();
    }

    @Test
    void findsNoCutFileComplete() throws IOException {
        byte[] whole = PLUGIN.withEntry("com/example/A.class", CODE).bytes();
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThat(JarReader.read(file)).isInstanceOf(JarReader.Reading.Incomplete.class);
        }
    }

    @Test
    void findsAFileWithAHoleIncomplete() throws IOException {
        byte[] whole = PLUGIN.withEntry("com/example/A.class", CODE).bytes();
        // As a copy that reserves the whole size and fills it from the end: the table of contents is there already.
        byte[] compressed = Arrays.copyOf(whole, whole.length);
        int content = indexOf(whole, "com/example/A.class") + "com/example/A.class".length();
        Arrays.fill(compressed, content, content + 10, (byte) 0);
        Files.write(file, compressed);

        assertThat(JarReader.read(file)).isInstanceOf(JarReader.Reading.Incomplete.class);
    }

    @Test
    void saysThatAVersionIsNone() {
        assertThat(JarReader.read(TestJar.bundle("a", "1.0-SNAPSHOT").write(file)))
                .isEqualTo(new JarReader.Reading.Malformed(
                        "its manifest cannot be read: \"1.0-SNAPSHOT\" is not a version"));
    }

    @Test
    void findsNettyInTheJar() {
        assertThat(facts(PLUGIN.withEntry("io/netty/buffer/ByteBuf.class", CODE))
                        .netty())
                .isTrue();
        assertThat(facts(PLUGIN.withEntry("io/netty/readme.txt", CODE)).netty()).isFalse();
    }

    @Test
    void findsNettyInAJarOnTheClassPath() {
        byte[] inner =
                TestJar.empty().withEntry("io/netty/buffer/ByteBuf.class", CODE).bytes();
        TestJar jar = PLUGIN.withEntry("lib/netty.jar", inner);

        assertThat(facts(jar.with("Bundle-ClassPath", ".,lib/netty.jar")).netty())
                .isTrue();
        assertThat(facts(jar).netty()).isFalse();
    }

    @Test
    void findsNettyInAFolderOnTheClassPath() {
        TestJar jar = PLUGIN.withEntry("lib/io/netty/buffer/ByteBuf.class", CODE);

        assertThat(facts(jar.with("Bundle-ClassPath", ".,lib")).netty()).isTrue();
        assertThat(facts(jar).netty()).isFalse();
    }

    @Test
    void seesWhoAsksForTierN() {
        assertThat(facts(PLUGIN.with("Import-Package", "dev.infrajar.net.core;tier=net"))
                        .tierN())
                .isTrue();
        assertThat(facts(PLUGIN.with("Require-Bundle", "dev.infrajar.net")).tierN())
                .isTrue();
        assertThat(facts(PLUGIN.with("Import-Package", "dev.infrajar.network")).tierN())
                .isFalse();
    }

    private JarFacts facts(TestJar jar) {
        assertThat(JarReader.read(jar.write(file))).isInstanceOf(JarReader.Reading.Complete.class);
        return ((JarReader.Reading.Complete) JarReader.read(file)).facts();
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
