// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.proxy;

import dev.infrajar.systemtests.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A working directory of the proxy, with its configuration in the places where it looks first.
 *
 * @param directory where the proxy is started
 * @param port the port it binds on the loopback address
 */
public record Workspace(Path directory, int port) {
    private static final String UNLIMITED = "[rate_limit]\nmax_connections = 0\nstatus_max = 0\n";

    /**
     * A working directory that binds a free port and has no servers.
     *
     * @param directory created if absent
     * @return ready for a start
     */
    public static Workspace in(Path directory) {
        return in(directory, "");
    }

    /**
     * A working directory that binds a free port and has no servers. How often clients may come is not limited, unless the
     * settings have a {@code [rate_limit]}: all clients of a test have one address.
     *
     * @param directory created if absent
     * @param settings the rest of {@code infrarust.toml}
     * @return ready for a start
     */
    public static Workspace in(Path directory, String settings) {
        var workspace = new Workspace(directory, Ports.free());
        workspace.createFolder("servers");
        workspace.createFolder("plugins");
        workspace.write("infrarust.toml", """
                bind = "127.0.0.1:%d"
                servers_dir = "./servers"
                %s
                %s""".formatted(
                        workspace.port, settings, settings.contains("[rate_limit]") ? "" : UNLIMITED));
        return workspace;
    }

    /**
     * Writes a server file at once, as an editor does: into a file of another name, then renamed.
     *
     * @param name the file name without {@code .toml}
     * @param toml its content
     * @return this
     */
    public Workspace server(String name, String toml) {
        return write("servers/" + name + ".toml", toml);
    }

    /**
     * Removes a server file.
     *
     * @param name the file name without {@code .toml}
     */
    public void removeServer(String name) {
        remove("servers/" + name + ".toml");
    }

    /**
     * Writes a file at once.
     *
     * @param file relative to the working directory
     * @param text its content
     * @return this
     */
    public Workspace write(String file, String text) {
        try {
            Path draft = Files.writeString(directory.resolve(file + ".draft"), text);
            Files.move(draft, directory.resolve(file), StandardCopyOption.ATOMIC_MOVE);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Copies a file at once.
     *
     * @param file relative to the working directory
     * @param source its content
     * @return this
     */
    public Workspace write(String file, Path source) {
        try {
            Path draft = Files.copy(source, directory.resolve(file + ".draft"));
            Files.move(draft, directory.resolve(file), StandardCopyOption.ATOMIC_MOVE);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Removes a file.
     *
     * @param file relative to the working directory
     */
    public void remove(String file) {
        try {
            Files.delete(directory.resolve(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void createFolder(String name) {
        try {
            Files.createDirectories(directory.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
