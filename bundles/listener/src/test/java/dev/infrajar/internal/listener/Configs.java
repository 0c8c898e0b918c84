// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.transport.Cidr;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Configurations as a file would give them. */
final class Configs {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger(Math.floorMod(ProcessHandle.current().pid() * 97, PORTS));

    private Configs() {}

    static ListenerConfig plain(int port, int maxConnections) {
        return new ListenerConfig(new HostAndPort(LOOPBACK, port), maxConnections, false, false, List.of());
    }

    static ListenerConfig sharedPort(int port) {
        return new ListenerConfig(new HostAndPort(LOOPBACK, port), 0, true, false, List.of());
    }

    static ListenerConfig behindProxies(int port, String... trusted) {
        return new ListenerConfig(new HostAndPort(LOOPBACK, port), 0, false, true, blocks(trusted));
    }

    static ListenerConfig withTrusted(int port, String... trusted) {
        return new ListenerConfig(new HostAndPort(LOOPBACK, port), 0, false, false, blocks(trusted));
    }

    /** Another one each time, below the range from which outgoing connections take theirs (Linux: from 32768). */
    static int freePort() {
        int port = FIRST_PORT + Math.floorMod(NEXT.getAndIncrement(), PORTS);
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            return freePort();
        }
    }

    private static List<Cidr> blocks(String... texts) {
        return Stream.of(texts).map(Cidr::parse).toList();
    }
}
