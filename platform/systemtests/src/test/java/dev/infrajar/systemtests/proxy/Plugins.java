// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.proxy;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The plugins folder of a running proxy.
 *
 * @param proxy tells in its log when it has seen a change
 * @param workspace of the proxy
 * @param changes makes the file of each deployment another one: its log lines are found by their name
 */
public record Plugins(Proxy proxy, Workspace workspace, AtomicInteger changes) {
    /**
     * A folder as it is.
     *
     * @param proxy running
     * @param workspace of the proxy
     */
    public Plugins(Proxy proxy, Workspace workspace) {
        this(proxy, workspace, new AtomicInteger());
    }

    /**
     * Puts a plugin there and waits until it is active.
     *
     * @param jar the plugin
     * @return the name of its file in the folder
     */
    public String deploy(Path jar) {
        String file = changes.incrementAndGet() + "-" + jar.getFileName();
        workspace.write("plugins/" + file, jar);
        awaitLog(file, ": active");
        return file;
    }

    /**
     * Takes a plugin away and waits until it is gone.
     *
     * @param file its name in the folder
     */
    public void undeploy(String file) {
        workspace.remove("plugins/" + file);
        awaitLog(file, ": removed");
    }

    private void awaitLog(String file, String state) {
        proxy.process().awaitLine(file + state, line -> line.contains("Plugin " + file) && line.endsWith(state));
    }
}
