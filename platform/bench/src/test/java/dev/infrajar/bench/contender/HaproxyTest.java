// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HaproxyTest {
    @Test
    void relaysWithOneThread() throws IOException {
        assertThat(configuration(false))
                .contains("nbthread 1\n", "mode tcp\n", "bind 127.0.0.1:21002\n", "server backend 127.0.0.1:21001\n")
                .contains("timeout client 7s\n", "timeout server 7s\n");
    }

    @Test
    void splicesOnlyWhereAsked() throws IOException {
        assertThat(configuration(true)).contains("    option splice-auto\n");
        assertThat(configuration(false)).doesNotContain("splice");
    }

    private static String configuration(boolean splice) throws IOException {
        return new Haproxy(Path.of("haproxy"), Path.of("."), new Ports(21_000), Ports.loopback(21_001))
                .configuration(Ports.loopback(21_002), Duration.ofSeconds(7), splice);
    }
}
