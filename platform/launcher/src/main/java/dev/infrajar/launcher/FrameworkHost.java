// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded framework with the bundles of the installation. */
final class FrameworkHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FrameworkHost.class);

    private static final long LOOK_EVERY_MILLIS = 50;

    private final Framework framework;
    private final Path storage;

    private FrameworkHost(Framework framework, Path storage) {
        this.framework = framework;
        this.storage = storage;
    }

    /**
     * Makes the framework and installs all bundles; starts none. Each process has a storage of its own, so that several may
     * run from one installation.
     */
    static FrameworkHost create(Layout layout, LaunchOptions options) throws IOException, BundleException {
        Path storage = Files.createTempDirectory("infrajar-");
        Framework framework = new FrameworkFactory().newFramework(properties(options, storage));
        framework.init();
        FrameworkHost host = new FrameworkHost(framework, storage);
        framework.getBundleContext().addFrameworkListener(FrameworkHost::report);
        for (Layout.SystemBundle bundle : layout.bundles()) {
            host.install(bundle);
        }
        return host;
    }

    private static Map<String, String> properties(LaunchOptions options, Path storage) {
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, slf4jPackages());
        properties.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, Integer.toString(Launcher.CONFIGURATION_LEVEL));
        // URL handlers would be installed with sun.misc.Unsafe; no bundle needs them.
        properties.put("felix.service.urlhandlers", "false");
        properties.put("infrajar.config", options.config().toString());
        options.bind().ifPresent(bind -> properties.put("infrajar.bind", bind));
        options.pluginsDir().ifPresent(dir -> properties.put("infrajar.plugins_dir", dir));
        String version = FrameworkHost.class.getPackage().getImplementationVersion();
        properties.put("infrajar.version", version == null ? "unpacked" : version);
        return properties;
    }

    /** SLF4J lies on the launcher's class path and is exported from there: as a bundle it would need an SPI extender. */
    private static String slf4jPackages() {
        String version = Logger.class.getPackage().getImplementationVersion();
        List<String> packages = new ArrayList<>();
        for (String name : List.of("org.slf4j", "org.slf4j.event", "org.slf4j.helpers", "org.slf4j.spi")) {
            packages.add(name + ";version=\"" + (version == null ? "2.0.20" : version) + "\"");
        }
        return String.join(",", packages);
    }

    private void install(Layout.SystemBundle file) throws BundleException {
        Bundle bundle = framework
                .getBundleContext()
                .installBundle("reference:" + file.file().toUri());
        bundle.adapt(BundleStartLevel.class).setStartLevel(file.startLevel());
        if (!isFragment(bundle)) {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
        }
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }

    private static void report(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR) {
            LOG.warn(
                    "{}: {}",
                    event.getBundle().getSymbolicName(),
                    String.valueOf(event.getThrowable().getMessage()));
            LOG.debug("{}", event.getBundle(), event.getThrowable());
        }
    }

    <T> void register(Class<T> type, T service, String property) {
        framework
                .getBundleContext()
                .registerService(type, service, FrameworkUtil.asDictionary(Map.of(property, "true")));
    }

    /** Starts the framework up to a start level and waits until it is reached. */
    void startTo(int level) throws BundleException, InterruptedException {
        framework.start();
        advanceTo(level);
    }

    /** Raises the start level and waits until it is reached, or somebody stops the framework meanwhile. */
    void advanceTo(int level) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        framework.adapt(FrameworkStartLevel.class).setStartLevel(level, event -> reached.countDown());
        boolean isReached = false;
        while (!isReached && !isStopping()) {
            // A stop drops the change of the level, and its listener with it.
            isReached = reached.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Whether the framework stops or has stopped. */
    boolean isStopping() {
        int state = framework.getState();
        return state != Bundle.STARTING && state != Bundle.ACTIVE;
    }

    /** Calls the command of the configuration bundle; 1 if it is missing. */
    int callInteger(String command) {
        try {
            for (ServiceReference<?> reference : references(Callable.class, "(infrajar.command=" + command + ")")) {
                if (framework.getBundleContext().getService(reference) instanceof Callable<?> callable
                        && callable.call() instanceof Integer problems) {
                    return problems;
                }
            }
        } catch (Exception e) {
            LOG.error("The configuration could not be checked", e);
            return 1;
        }
        reportIncomplete();
        return 1;
    }

    /** Whether the port is bound. */
    boolean isReady() {
        for (ServiceReference<?> reference : references(BooleanSupplier.class, "(infrajar.ready=true)")) {
            if (framework.getBundleContext().getService(reference) instanceof BooleanSupplier ready) {
                return ready.getAsBoolean();
            }
        }
        return false;
    }

    private List<ServiceReference<?>> references(Class<?> type, String filter) {
        BundleContext context = framework.getBundleContext();
        if (context == null) {
            return List.of();
        }
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(type.getName(), filter);
            return found == null ? List.of() : List.of(found);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(filter, e);
        }
    }

    /** Says which bundles could not be resolved or started: something of the installation is missing. */
    void reportIncomplete() {
        BundleContext context = framework.getBundleContext();
        if (context == null) {
            return;
        }
        framework.adapt(FrameworkWiring.class).resolveBundles(null);
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() != Bundle.ACTIVE && !isFragment(bundle)) {
                LOG.error("{} is not active: something it needs is missing from system/", bundle.getSymbolicName());
            }
        }
        LOG.error("The proxy is not complete, and nothing listens; unpack the zip again");
    }

    /** Stops all bundles, the highest start level first. Returns when the stop has begun. */
    void stop() {
        try {
            framework.stop();
        } catch (BundleException e) {
            LOG.warn("The framework could not be stopped in order", e);
        }
    }

    /** Calls when a stop has not ended within {@link StopLimit its time}. */
    void whenStopIsOverdue(Runnable action) {
        framework.getBundleContext().addBundleListener(new StopLimit(framework, action));
    }

    void awaitStop() throws InterruptedException {
        framework.waitForStop(0);
    }

    /** Removes the storage; stops the framework first if it still runs. */
    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(0);
            deleteStorage();
        } catch (BundleException | IOException | UncheckedIOException e) {
            LOG.debug("could not clear up {}", storage, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deleteStorage() throws IOException {
        if (!Files.exists(storage)) {
            return;
        }
        try (Stream<Path> files = Files.walk(storage)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
