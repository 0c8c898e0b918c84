// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Hands out loopback ports that are free, each once; below the ephemeral range, where outgoing connections would collide. */
public final class Ports {
    /** Linux takes ephemeral ports from here on (ip_local_port_range). */
    private static final int EPHEMERAL = 32_768;

    private int next;

    /**
     * Starts at a port.
     *
     * @param first 1024..32767
     */
    public Ports(int first) {
        if (first < 1024 || first >= EPHEMERAL) {
            throw new IllegalArgumentException("port " + first + ", must be 1024 to " + (EPHEMERAL - 1));
        }
        this.next = first;
    }

    /**
     * The next free port.
     *
     * @return an address on 127.0.0.1
     * @throws IOException if there is none left
     */
    public InetSocketAddress next() throws IOException {
        while (next < EPHEMERAL) {
            InetSocketAddress address = loopback(next++);
            if (isFree(address)) {
                return address;
            }
        }
        throw new IOException("no free port below " + EPHEMERAL);
    }

    /** A port of 127.0.0.1. */
    static InetSocketAddress loopback(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }

    private static boolean isFree(InetSocketAddress address) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
