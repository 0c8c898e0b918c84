// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.minestom;

import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A running {@link MinestomServer}.
 *
 * @param process the JVM
 * @param port where it listens on the loopback address
 */
public record MinestomProcess(ChildProcess process, int port) {
    /** The game version of the Minestom release in the root pom, as npm clients call it. */
    public static final String VERSION = "26.1";

    /**
     * Starts one on the JDK and the class path of the tests.
     *
     * @param children owns the process
     * @return listening
     */
    public static MinestomProcess start(Children children) {
        return start(children, "offline", "none");
    }

    /**
     * Starts one that believes a proxy.
     *
     * @param children owns the process
     * @param auth {@code velocity}, {@code bungeecord} or {@code bungeeguard}
     * @param secret what proxy and server share
     * @return listening
     */
    public static MinestomProcess start(Children children, String auth, String secret) {
        int port = Ports.free();
        var process = children.start(
                "minestom " + auth,
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MinestomServer.class.getName(),
                        String.valueOf(port),
                        auth,
                        secret));
        process.awaitLine("it listens", "listening"::equals);
        return new MinestomProcess(process, port);
    }

    /**
     * Waits until a player stands in the world.
     *
     * @param name the player
     */
    public void awaitJoined(String name) {
        process.awaitLine(name + " joins", ("joined " + name)::equals);
    }

    /**
     * Waits until a player has left.
     *
     * @param name the player
     */
    public void awaitLeft(String name) {
        process.awaitLine(name + " leaves", ("left " + name)::equals);
    }

    /**
     * Waits until a player stands in the world.
     *
     * @param name the player
     * @return the UUID that the server knows the player by
     */
    public UUID awaitUuid(String name) {
        String prefix = "uuid " + name + " ";
        return UUID.fromString(process.awaitLine(name + " has a UUID", line -> line.startsWith(prefix))
                .substring(prefix.length()));
    }
}
