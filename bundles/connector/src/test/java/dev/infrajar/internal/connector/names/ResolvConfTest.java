// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResolvConfTest {
    private static InetSocketAddress server(String literal) {
        return new InetSocketAddress(InetAddress.ofLiteral(literal), 53);
    }

    @Test
    void readsServersDomainsAndDots(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("resolv.conf"), """
                # comment
                nameserver 10.0.0.53
                nameserver 2001:db8::53
                search example.net corp.example.net.
                options timeout:1 ndots:2 rotate
                """);

        ResolvConf read = ResolvConf.read(file);

        assertThat(read.servers()).containsExactly(server("10.0.0.53"), server("2001:db8::53"));
        assertThat(read.search()).containsExactly("example.net", "corp.example.net.");
        assertThat(read.ndots()).isEqualTo(2);
    }

    @Test
    void missingFileNamesNobody(@TempDir Path directory) {
        assertThat(ResolvConf.read(directory.resolve("none"))).isEqualTo(ResolvConf.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nameserver", "nameserver dns.example.com", "nameserver 300.1.1.1", "#nameserver 10.0.0.1"})
    void namesNobodyInPlaceOfServerThatIsMissing(String line) {
        assertThat(ResolvConf.parse(List.of(line)).servers()).isEmpty();
    }

    @Test
    void takesThreeServersAtMost() {
        List<String> lines =
                List.of("nameserver 10.0.0.1", "nameserver 10.0.0.2", "nameserver 10.0.0.3", "nameserver 10.0.0.4");

        assertThat(ResolvConf.parse(lines).servers()).hasSize(3);
    }

    @Test
    void shortNamesAreSearchedForFirst() {
        ResolvConf searching = new ResolvConf(List.of(), List.of("a.example", "b.example."), 2);

        assertThat(searching.candidates("mc.lobby"))
                .containsExactly("mc.lobby.a.example.", "mc.lobby.b.example.", "mc.lobby.");
        assertThat(searching.candidates("mc.lobby.example"))
                .containsExactly("mc.lobby.example.", "mc.lobby.example.a.example.", "mc.lobby.example.b.example.");
        assertThat(searching.candidates("mc.")).containsExactly("mc.");
    }
}
