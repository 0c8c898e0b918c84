// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The framework as the rest of this bundle sees it. Bundles are named by their numbers. {@link #update}, {@link #start},
 * {@link #stop} and {@link #uninstall} run code of the bundle on the calling thread and wait for others who work on it: they may
 * never return. All methods may throw {@link BundleFault}.
 */
interface BundleStore {
    /** Every bundle, fragments and the system bundle included. */
    List<Installed> all();

    /** A bundle, if it is still there. */
    Optional<Installed> find(long id);

    /** Every package that a bundle exports. */
    List<PackageExport> exports();

    /** Installs a copy of a file as a plugin. Returns its number. */
    long installPlugin(String location, Path file);

    /** Installs a copy of a file; the bundle gets the start level of another one. Returns its number. */
    long install(String location, Path file, long levelOf);

    /** The number of the bundle this code belongs to. */
    long self();

    /** Replaces the contents of a bundle; it is stopped for that. */
    void update(long id, Path file);

    /** Resolves and starts a bundle until the framework stops. */
    void start(long id);

    /** Stops a bundle. */
    void stop(long id);

    /** Stops and removes a bundle. */
    void uninstall(long id);

    /** Bundles that would have to be stopped and restarted to let go of all old classes of some; these included. */
    Set<Long> closure(Collection<Long> ids);

    /** Lets go of the old classes of bundles. Stops and restarts their closure; waits at most for the limit. */
    void refresh(Collection<Long> ids, Duration limit);

    /** The interfaces of the services that a bundle has registered. */
    Set<String> services(long id);

    /** The class loader of a resolved bundle. */
    Optional<ClassLoader> classLoader(long id);
}
