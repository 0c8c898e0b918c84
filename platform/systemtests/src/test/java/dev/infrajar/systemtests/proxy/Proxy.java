// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.proxy;

import static org.awaitility.Awaitility.await;

import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * A proxy started by its launcher.
 *
 * @param process the launcher, and then what it becomes
 * @param port where it listens on the loopback address
 */
public record Proxy(ChildProcess process, int port) {
    /** From the start of a process to its open port, on a machine that is busy with other tests. */
    public static final Duration START = Duration.ofSeconds(60);

    /**
     * Starts the shared installation and waits until its port is open.
     *
     * @param children owns the process
     * @param workspace the configuration
     * @param arguments as on a command line
     * @return listening
     */
    public static Proxy start(Children children, Workspace workspace, String... arguments) {
        return start(children, Installation.shared(), workspace, arguments);
    }

    /**
     * Starts an installation and waits until its port is open.
     *
     * @param children owns the process
     * @param installation what to start
     * @param workspace the configuration
     * @param arguments as on a command line
     * @return listening
     */
    public static Proxy start(Children children, Installation installation, Workspace workspace, String... arguments) {
        return start(children, installation.command(workspace.directory(), arguments), workspace.port());
    }

    /**
     * Starts it in any way and waits until a port is open.
     *
     * @param children owns the process
     * @param command how to start it
     * @param port where it will listen
     * @return listening
     */
    public static Proxy start(Children children, ProcessBuilder command, int port) {
        var proxy = new Proxy(children.start("proxy", command), port);
        await("the proxy listens on port " + port).atMost(START).until(proxy::isListeningOrDead);
        return proxy;
    }

    /**
     * Whether its port takes connections.
     *
     * @return the answer of this moment
     */
    public boolean isListening() {
        return isOpen(port);
    }

    /**
     * Whether a port of the loopback address takes connections.
     *
     * @param port the port
     * @return the answer of this moment
     */
    public static boolean isOpen(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /**
     * How the process was started, as the system shows it.
     *
     * @return program and arguments
     */
    public String commandLine() {
        return process.handle().info().commandLine().orElse("");
    }

    private boolean isListeningOrDead() {
        if (!process.handle().isAlive()) {
            throw new AssertionError("the proxy ended instead of listening: " + String.join("\n", process.lines()));
        }
        return isListening();
    }
}
