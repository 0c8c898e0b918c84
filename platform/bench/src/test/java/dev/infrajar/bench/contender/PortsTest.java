// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final int FIRST = 23_710;

    @Test
    void handsOutEachPortOnce() throws IOException {
        Ports ports = new Ports(FIRST);

        assertThat(ports.next()).isNotEqualTo(ports.next());
    }

    @Test
    void leavesOutPortsInUse() throws IOException {
        InetSocketAddress free = new Ports(FIRST).next();
        try (ServerSocket other = new ServerSocket()) {
            other.bind(free);

            assertThat(new Ports(free.getPort()).next().getPort()).isGreaterThan(free.getPort());
        }
    }

    @Test
    void refusesTheEphemeralRange() {
        assertThatThrownBy(() -> new Ports(32_768)).isInstanceOf(IllegalArgumentException.class);
    }
}
