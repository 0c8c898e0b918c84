// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.DirectoryWatcher;
import dev.infrajar.net.core.Registration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Watches the plugins folder. Immediate: nobody asks for it. Plugins start while this bundle does, which is after the
 * platform and before the listener; they stop after it, and before the platform.
 */
@Component(
        immediate = true,
        service = {})
public final class PluginFolder {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final PluginDeployer deployer;

    // Not the watcher's thread: others wait for that one, and a plugin can take its time to start.
    private final ThreadPoolExecutor looks = looks();

    private final Registration watch;

    /**
     * Installs and starts what is in the folder; returns when all plugins are active or have failed, after a little more
     * than ten seconds at the latest: what starts after this bundle finds them there.
     *
     * @param config names the folder
     * @param watcher tells of changes
     * @param store the framework
     * @param states where the plugins' states are kept
     * @throws IOException if the folder cannot be read
     */
    @Activate
    public PluginFolder(
            @Reference(target = "(" + ConfigValue.SECTION + "=extensions)") ConfigValue<ExtensionsConfig> config,
            @Reference DirectoryWatcher watcher,
            @Reference BundleStore store,
            @Reference PluginStates states)
            throws IOException {
        Path folder = config.get().pluginsDir().toAbsolutePath().normalize();
        deployer = new PluginDeployer(new JarFolder(folder), store, states, LIMIT);
        deployer.adopt();
        watch = watcher.watch(folder, () -> looks.execute(deployer::look));
        deployer.look();
    }

    /** A thread while there is something to look at. One more look may wait for it: that one will see everything. */
    private static ThreadPoolExecutor looks() {
        ThreadPoolExecutor looks = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                Thread.ofPlatform().name("plugins-folder").daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        looks.allowCoreThreadTimeOut(true);
        return looks;
    }

    /** Ends the watch; plugins go on. Waits up to twenty seconds for a change that is being made. */
    @Deactivate
    void close() {
        watch.close();
        looks.shutdown();
        deployer.close();
    }
}
