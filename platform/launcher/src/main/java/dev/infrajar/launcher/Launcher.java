// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.launcher;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the framework: configuration first, everything else only if it is valid, and waits for the end.
 *
 * <p>Bundles and launcher share no classes of ours. What they need of each other are services of JDK types:
 * {@code Callable} ({@code infrajar.command=check} or {@code validate}: the number of problems), {@code BooleanSupplier}
 * ({@code infrajar.ready=true}: whether the port is bound) and, registered here, {@code IntConsumer} ({@code infrajar.exit=true}: ends
 * the process with an exit code).
 */
final class Launcher {
    /** The start level of the configuration bundle: nothing above it is started before the configuration is valid. */
    static final int CONFIGURATION_LEVEL = 2;

    /** The start level of the listener. */
    static final int LAST_LEVEL = 7;

    static final int OK = 0;
    static final int FAILED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);

    private final Layout layout;
    private final LaunchOptions options;
    private final AtomicInteger exitCode = new AtomicInteger(OK);
    private final AtomicBoolean ended = new AtomicBoolean();

    Launcher(Layout layout, LaunchOptions options) {
        this.layout = layout;
        this.options = options;
    }

    /**
     * Blocks until the proxy has ended.
     *
     * @param whenReady run when the port is bound; the proxy stops when it returns
     * @return the exit code of the process
     */
    int run(Optional<Callable<Boolean>> whenReady) {
        try (FrameworkHost host = FrameworkHost.create(layout, options)) {
            host.register(IntConsumer.class, code -> end(host, code), "infrajar.exit");
            host.whenStopIsOverdue(this::giveUp);
            return switch (options.task()) {
                case CHECK -> check(host, "check");
                case RUN, TRAIN -> check(host, "validate") == OK ? serve(host, whenReady) : FAILED;
            };
        } catch (IOException | BundleException e) {
            LOG.error("The framework could not be started: {}", e.getMessage(), e);
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int check(FrameworkHost host, String command) throws BundleException, InterruptedException {
        host.startTo(CONFIGURATION_LEVEL);
        return host.callInteger(command) == 0 ? OK : FAILED;
    }

    private int serve(FrameworkHost host, Optional<Callable<Boolean>> whenReady) throws InterruptedException {
        Thread hook = new Thread(() -> stopOnSignal(host), "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        host.advanceTo(LAST_LEVEL);
        if (exitCode.get() == OK && !host.isStopping() && !host.isReady()) {
            host.reportIncomplete();
            exitCode.set(FAILED);
            host.stop();
        } else if (whenReady.isPresent()) {
            train(whenReady.get());
            host.stop();
        }
        host.awaitStop();
        ended.set(true);
        return exitCode.get();
    }

    private void train(Callable<Boolean> whenReady) {
        try {
            exitCode.set(whenReady.call() ? OK : FAILED);
        } catch (Exception e) {
            LOG.error("The training run failed", e);
            exitCode.set(FAILED);
        }
    }

    /** SIGTERM and SIGINT: the JVM would exit with 143 or 130; an orderly stop is a success. */
    private void stopOnSignal(FrameworkHost host) {
        if (ended.get()) {
            return;
        }
        host.stop();
        try {
            host.awaitStop();
        } catch (InterruptedException e) {
            LOG.warn("The stop was interrupted", e);
        }
        host.close();
        halt();
    }

    private void giveUp() {
        LOG.warn("A bundle does not stop; the process ends without it");
        halt();
    }

    private void halt() {
        LogSettings.flush();
        Runtime.getRuntime().halt(exitCode.get());
    }

    /** Called by bundles, which must not wait for their own end: the stop runs on a thread of its own. */
    private void end(FrameworkHost host, int code) {
        exitCode.set(code);
        Thread.ofPlatform().name("stop").start(host::stop);
    }
}
