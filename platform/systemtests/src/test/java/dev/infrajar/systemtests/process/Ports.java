// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Port numbers below the ephemeral range (Linux: from 32768), so that no outgoing connection takes one meanwhile. */
public final class Ports {
    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;

    /** Ports belong to the machine: one counter per JVM, begun elsewhere in each, keeps two tests from meeting. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(Math.floorMod(ProcessHandle.current().pid() * 97, COUNT));

    private Ports() {}

    /**
     * A port on the loopback address that nobody listens on.
     *
     * @return 20000..29999, given once in a JVM until all were given
     */
    public static int free() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + FIRST + " on");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
