// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.proxy;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;

/** The first start of an installation, which makes its AOT cache. */
final class Training {
    /** It runs with the lowest priority: seconds on an idle machine, long on one that has other work. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private Training() {}

    /**
     * Starts it once and waits for the cache. Without one it is only slower, and the tests of the cache will tell.
     *
     * @param installation without a cache
     * @return the same
     */
    static Installation of(Installation installation) {
        var workspace = Workspace.in(Build.workFolder().resolve("training"));
        try {
            Process first = installation
                    .command(workspace.directory())
                    .redirectErrorStream(true)
                    .redirectOutput(workspace.directory().resolve("output.log").toFile())
                    .start();
            awaitCache(installation);
            first.descendants().forEach(ProcessHandle::destroyForcibly);
            first.destroyForcibly();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return installation;
    }

    private static void awaitCache(Installation installation) {
        try {
            await("an AOT cache").atMost(LIMIT).until(() -> installation.cache().isPresent());
        } catch (ConditionTimeoutException none) {
            System.out.println("No AOT cache after the first start: every start of the proxy will be a slow one.");
        }
    }
}
