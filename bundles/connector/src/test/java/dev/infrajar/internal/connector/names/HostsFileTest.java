// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.resolver.HostsFileEntriesProvider;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostsFileTest {
    private final Path file;
    private final HostsFile hosts;

    HostsFileTest(@TempDir Path directory) throws Exception {
        file = Files.writeString(directory.resolve("hosts"), "10.0.0.1 lobby\n2001:db8::1 lobby\n10.0.0.2 lobby\n");
        hosts = new HostsFile(() -> HostsFileEntriesProvider.parser().parseSilently(file.toFile(), UTF_8));
    }

    private static Answer<List<InetAddress>> found(String... literals) {
        return new Answer.Found<>(
                List.of(literals).stream().map(InetAddress::ofLiteral).toList(), HostsFile.TTL);
    }

    @Test
    void findsAllAddressesOfName() {
        assertThat(hosts.ask("Lobby")).isEqualTo(found("10.0.0.1", "10.0.0.2", "2001:db8::1"));
    }

    @Test
    void knowsNothingElse() {
        assertThat(hosts.ask("survival")).isInstanceOf(Answer.None.class);
    }

    @Test
    void localhostNeedsNoLine() {
        assertThat(hosts.ask("localhost")).isEqualTo(found("127.0.0.1"));
        assertThat(hosts.ask("mc.LOCALHOST")).isEqualTo(found("127.0.0.1"));
    }

    @Test
    void readsAnEditedFile() throws Exception {
        hosts.ask("lobby");
        Files.writeString(file, "10.0.0.9 lobby\n");

        assertThat(hosts.ask("lobby")).isEqualTo(found("10.0.0.9"));
    }
}
