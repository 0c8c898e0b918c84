// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, it becomes a definition or problems. */
class HostileTomlTest {
    private static final int ROUNDS = 500;

    private static final List<String> TOKENS = List.of(
            "domains",
            "addresses",
            "motd",
            "online",
            "text",
            "timeouts",
            "read",
            "proxy_mode",
            "domain_rewrite",
            "name",
            "keepalive",
            "bind",
            "plugins",
            "x",
            " = ",
            "=",
            ".",
            ",",
            "[",
            "]",
            "[[",
            "]]",
            "{",
            "}",
            "\n",
            "\n",
            "\n",
            "\"a\"",
            "\"5s\"",
            "'",
            "\"\"\"",
            "\\",
            "#",
            "-1",
            "1e400",
            "nan",
            "0x7fffffffffffffff",
            "true",
            "1979-05-27",
            "\"\\u0000\"",
            "\"*\"",
            "\0",
            "\uFEFF",
            "é");

    private final Path file;
    private final Section hello = SampleSections.proxy(9, "hello", "plugins.hello", SampleSections.Hello.class);
    private final Sections sections = SampleSections.with(SampleSections.all(), hello);

    HostileTomlTest(@TempDir Path folder) {
        file = folder.resolve("hostile.toml");
    }

    private void readBothWays(byte[] content) throws IOException {
        Files.write(file, content);
        assertThat(ServerFileReader.read(file, sections)).isNotNull();
        ProxyFile proxyFile = new ProxyFile(new LaunchOptions(file.toString(), Map.of()));
        assertThat(proxyFile.load(hello)).isNotNull();
        assertThat(proxyFile.load(sections)).isNotNull();
    }

    @Test
    void survivesRandomTokens() throws IOException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            StringBuilder toml = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                toml.append(TOKENS.get(random.nextInt(TOKENS.size())));
            }
            readBothWays(toml.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void survivesRandomBytes() throws IOException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            readBothWays(bytes);
        }
    }

    @Test
    void survivesEveryChangedByteOfAGoodFile() throws IOException {
        byte[] good = "name = \"a\"\ndomains = [\"b\"]\naddresses = [\"c:1\"]\n[motd.online]\ntext = \"d\"\n"
                .getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < good.length; at++) {
            for (char replacement : "\"[]=\n\\".toCharArray()) {
                byte[] changed = good.clone();
                changed[at] = (byte) replacement;
                readBothWays(changed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domains = 1979-05-27\naddresses = [[\"a\"]]",
                "domains = [{a = 1}]\naddresses = {}",
                "addresses = [\"\"]\ndomains = [\"\"]\nmotd = [1]",
                "[[motd]]\n[[motd.online]]",
                "motd.online.text.x = 1",
                "[timeouts]\nread = \"99999999999999999y\"",
                "timeouts = []\nproxy_mode = []\ndomain_rewrite = [{}]\nmax_players = inf",
                "\"\" = 1\n\"a.b[\\\"\" = {\"]\" = [1]}",
                "keepalive = 1\nplugins = 1\ndefault_motd = true\nbind = {}",
                "plugins.hello = 3",
                "plugins.hello.greeting.x = 3",
            })
    void survivesValuesOfEveryWrongKind(String toml) throws IOException {
        readBothWays(toml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void survivesDeepNesting() throws IOException {
        readBothWays(("domains = " + "[".repeat(50_000)).getBytes(StandardCharsets.UTF_8));
        readBothWays(("motd" + ".a".repeat(50_000) + " = 1").getBytes(StandardCharsets.UTF_8));
        readBothWays(("[" + "a.".repeat(50_000) + "a]").getBytes(StandardCharsets.UTF_8));
        readBothWays("x = { a = ".repeat(10_000).getBytes(StandardCharsets.UTF_8));
    }
}
