// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The framework itself: the only class here that talks to it. */
@Component(service = BundleStore.class)
public final class FrameworkBundles implements BundleStore {
    private final BundleContext context;

    /**
     * A view of a framework.
     *
     * @param context of this bundle
     */
    @Activate
    public FrameworkBundles(BundleContext context) {
        this.context = context;
    }

    @Override
    public List<Installed> all() {
        return Arrays.stream(context.getBundles())
                .map(FrameworkBundles::describe)
                .toList();
    }

    @Override
    public Optional<Installed> find(long id) {
        return Optional.ofNullable(context.getBundle(id)).map(FrameworkBundles::describe);
    }

    private static Installed describe(Bundle bundle) {
        return new Installed(
                bundle.getBundleId(),
                String.valueOf(bundle.getSymbolicName()),
                version(bundle.getVersion()),
                bundle.getLocation(),
                state(bundle),
                Instant.ofEpochMilli(bundle.getLastModified()));
    }

    private static BundleVersion version(Version version) {
        return new BundleVersion(version.getMajor(), version.getMinor(), version.getMicro(), version.getQualifier());
    }

    private static String state(Bundle bundle) {
        if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null) {
            return "fragment";
        }
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> Installed.ACTIVE;
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            case Bundle.RESOLVED -> "stopped";
            case Bundle.INSTALLED -> "not resolved";
            default -> "uninstalled";
        };
    }

    @Override
    public List<PackageExport> exports() {
        return Arrays.stream(context.getBundles())
                .flatMap(bundle -> Stream.ofNullable(bundle.adapt(BundleRevision.class)))
                .flatMap(revision -> revision.getDeclaredCapabilities(BundleRevision.PACKAGE_NAMESPACE).stream())
                .map(FrameworkBundles::export)
                .toList();
    }

    private static PackageExport export(BundleCapability capability) {
        Map<String, Object> attributes = capability.getAttributes();
        String mandatory = capability.getDirectives().getOrDefault(Constants.MANDATORY_DIRECTIVE, "");
        return new PackageExport(
                String.valueOf(attributes.get(BundleRevision.PACKAGE_NAMESPACE)),
                attributes.get(Constants.VERSION_ATTRIBUTE) instanceof Version version
                        ? version(version)
                        : BundleVersion.ZERO,
                attributes.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue()))),
                Arrays.stream(mandatory.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet()),
                capability.getRevision().getSymbolicName());
    }

    @Override
    public long self() {
        return context.getBundle().getBundleId();
    }

    /**
     * Plugins get the level below this bundle's, all of them, and without setting it one by one: the framework's start level
     * thread locks a bundle whose level is set, or which starts at the level that is being reached. A plugin that spins in
     * its activator keeps that lock, and the thread would wait for ever: nothing would start or stop any more.
     */
    @Override
    public long installPlugin(String location, Path file) {
        int level = Math.max(1, level(context.getBundle()) - 1);
        context.getBundle(Constants.SYSTEM_BUNDLE_ID)
                .adapt(FrameworkStartLevel.class)
                .setInitialBundleStartLevel(level);
        return install(location, file).getBundleId();
    }

    @Override
    public long install(String location, Path file, long levelOf) {
        Bundle bundle = install(location, file);
        bundle.adapt(BundleStartLevel.class).setStartLevel(level(bundle(levelOf)));
        return bundle.getBundleId();
    }

    private static int level(Bundle bundle) {
        return bundle.adapt(BundleStartLevel.class).getStartLevel();
    }

    private Bundle install(String location, Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return context.installBundle(location, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BundleException | IllegalStateException e) {
            throw fault(e);
        }
    }

    @Override
    public void update(long id, Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            bundle(id).update(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BundleException | IllegalStateException e) {
            throw fault(e);
        }
    }

    @Override
    public void start(long id) {
        try {
            bundle(id).start(Bundle.START_TRANSIENT);
        } catch (BundleException | IllegalStateException e) {
            throw fault(e);
        }
    }

    @Override
    public void stop(long id) {
        try {
            bundle(id).stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException | IllegalStateException e) {
            throw fault(e);
        }
    }

    @Override
    public void uninstall(long id) {
        try {
            bundle(id).uninstall();
        } catch (BundleException | IllegalStateException e) {
            throw fault(e);
        }
    }

    private Bundle bundle(long id) {
        Bundle bundle = context.getBundle(id);
        if (bundle == null) {
            throw new IllegalStateException("bundle " + id + " is not installed any more");
        }
        return bundle;
    }

    private static BundleFault fault(Exception e) {
        boolean unresolved = e instanceof BundleException known && known.getType() == BundleException.RESOLVE_ERROR;
        Throwable cause = e.getCause();
        String message = String.valueOf(e.getMessage());
        return new BundleFault(cause == null ? message : message + ": " + cause, unresolved, e);
    }

    @Override
    public Set<Long> closure(Collection<Long> ids) {
        return wiring().getDependencyClosure(bundles(ids)).stream()
                .map(Bundle::getBundleId)
                .collect(Collectors.toSet());
    }

    @Override
    public void refresh(Collection<Long> ids, Duration limit) {
        CountDownLatch done = new CountDownLatch(1);
        wiring().refreshBundles(bundles(ids), event -> done.countDown());
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(
                        "the framework has not let go of old classes within " + limit.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Bundles that are still there, and those that are gone but whose classes others still use. */
    private List<Bundle> bundles(Collection<Long> ids) {
        return Stream.concat(Arrays.stream(context.getBundles()), wiring().getRemovalPendingBundles().stream())
                .filter(bundle -> ids.contains(bundle.getBundleId()))
                .distinct()
                .toList();
    }

    private FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkWiring.class);
    }

    @Override
    public Set<String> services(long id) {
        ServiceReference<?>[] registered = Optional.ofNullable(context.getBundle(id))
                .map(Bundle::getRegisteredServices)
                .orElse(new ServiceReference<?>[0]);
        return Arrays.stream(registered)
                .flatMap(reference ->
                        Arrays.stream((String[]) Objects.requireNonNull(reference.getProperty(Constants.OBJECTCLASS))))
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<ClassLoader> classLoader(long id) {
        return Optional.ofNullable(context.getBundle(id))
                .map(bundle -> bundle.adapt(BundleWiring.class))
                .map(BundleWiring::getClassLoader);
    }
}
