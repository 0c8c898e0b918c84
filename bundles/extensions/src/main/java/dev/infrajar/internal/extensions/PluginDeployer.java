// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the installed plugins equal to the jars of a folder, each time it is asked to look. Code of a plugin runs on
 * threads of its own, so a plugin that blocks or spins while it starts or stops delays the others once, by the limit.
 */
final class PluginDeployer {
    private static final Logger LOG = LoggerFactory.getLogger(PluginDeployer.class);

    /** A jar that is installed as it was when it had this stamp. */
    private record Deployed(PluginJar jar, Stamp stamp, long bundleId) {
        PluginState state(PluginState.Status status) {
            return new PluginState(jar.file(), Optional.of(jar.facts().title()), bundleId, status);
        }
    }

    private final JarFolder folder;
    private final BundleStore store;
    private final PluginStates states;
    private final JarExaminer examiner;
    private final PluginWork work;

    private final ReentrantLock looking = new ReentrantLock();
    private final SortedMap<String, Deployed> deployed = new TreeMap<>();
    private final Set<String> unresolved = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /**
     * A deployer.
     *
     * @param limit for everything that runs code of a plugin
     */
    PluginDeployer(JarFolder folder, BundleStore store, PluginStates states, Duration limit) {
        this.folder = folder;
        this.store = store;
        this.states = states;
        this.examiner = new JarExaminer(folder, store);
        this.work = new PluginWork(limit, this::look);
    }

    /** Takes over the plugins that are installed already: this bundle was replaced or restarted, they were not. */
    void adopt() throws IOException {
        looking.lock();
        try {
            for (Installed bundle : store.all()) {
                if (bundle.isPlugin()) {
                    adopt(bundle);
                }
            }
        } finally {
            looking.unlock();
        }
    }

    private void adopt(Installed bundle) throws IOException {
        JarFacts facts =
                new JarFacts(Optional.of(bundle.symbolicName()), bundle.version(), false, List.of(), false, false);
        PluginJar jar = new PluginJar(bundle.fileName(), facts);
        Stamp unknown = new Stamp(-1, FileTime.fromMillis(0));
        Stamp stamp = folder.stamp(jar.file())
                .filter(found -> !found.modified().toInstant().isAfter(bundle.modified()))
                .orElse(unknown);
        Deployed known = new Deployed(jar, stamp, bundle.id());
        deployed.put(jar.file(), known);
        if (bundle.isActive()) {
            states.set(known.state(active()));
        } else {
            unresolved.add(jar.file());
        }
    }

    /** Ends all looking: waits for one that goes on, at most for twice the limit. */
    void close() {
        try {
            if (looking.tryLock(2 * work.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                closed = true;
                looking.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Compares the folder with what is installed and acts on each difference. Blocks until all is done or overdue. */
    void look() {
        looking.lock();
        try {
            if (!closed) {
                deploy(folder.files());
            }
        } catch (IOException e) {
            LOG.warn(
                    "The plugins folder {} cannot be read; all plugins stay as they are: {}",
                    folder.path(),
                    e.toString());
        } finally {
            looking.unlock();
        }
    }

    private void deploy(SortedMap<String, Stamp> files) {
        Set<Long> changed = new HashSet<>(removeAllBut(files.keySet()));
        Set<String> starting = new TreeSet<>();
        List<JarExaminer.Examined.Accepted> fresh = examine(files);
        try {
            fresh.stream()
                    .filter(jar -> !deployed.containsKey(jar.jar().file()) && install(jar))
                    .forEach(jar -> starting.add(jar.jar().file()));
            for (JarExaminer.Examined.Accepted jar : fresh) {
                Deployed known = deployed.get(jar.jar().file());
                if (known != null && !known.stamp().equals(jar.stamp()) && update(known, jar)) {
                    changed.add(known.bundleId());
                    starting.add(jar.jar().file());
                }
            }
        } finally {
            fresh.forEach(JarExaminer.Examined.Accepted::close);
        }
        starting.addAll(letGo(changed));
        starting.addAll(unresolved); // what they need may have come
        start(starting);
    }

    private Set<Long> removeAllBut(Set<String> files) {
        Set<Long> removed = new HashSet<>();
        for (Deployed known : List.copyOf(deployed.values())) {
            if (!files.contains(known.jar().file()) && remove(known)) {
                removed.add(known.bundleId());
            }
        }
        states.all().stream()
                .map(PluginState::file)
                .filter(file -> !files.contains(file) && !deployed.containsKey(file))
                .forEach(states::remove);
        return removed;
    }

    private boolean remove(Deployed gone) {
        Optional<String> failure = store.find(gone.bundleId())
                .flatMap(there -> work.run("remove", gone.jar(), there.id(), () -> store.uninstall(there.id())));
        if (failure.isPresent()) {
            states.set(gone.state(new PluginState.Status.Failed("it cannot be removed: " + failure.get())));
            return false;
        }
        deployed.remove(gone.jar().file());
        unresolved.remove(gone.jar().file());
        work.forget(gone.bundleId());
        return true;
    }

    private List<JarExaminer.Examined.Accepted> examine(SortedMap<String, Stamp> files) {
        List<JarExaminer.Examined.Accepted> fresh = new ArrayList<>();
        files.forEach((file, stamp) -> {
            Deployed known = deployed.get(file);
            if (known != null && known.stamp().equals(stamp)) {
                states.clearNote(file);
            } else {
                switch (examiner.examine(file, stamp, otherJars(file, fresh))) {
                    case JarExaminer.Examined.Accepted accepted -> fresh.add(accepted);
                    case JarExaminer.Examined.Rejected(var title, var status) -> reject(file, title, status);
                }
            }
        });
        return fresh;
    }

    private Collection<PluginJar> otherJars(String file, List<JarExaminer.Examined.Accepted> fresh) {
        SortedMap<String, PluginJar> jars = new TreeMap<>();
        deployed.values().forEach(known -> jars.put(known.jar().file(), known.jar()));
        fresh.forEach(jar -> jars.put(jar.jar().file(), jar.jar()));
        jars.remove(file);
        return jars.values();
    }

    /** What is installed from the file, if anything is, goes on. */
    private void reject(String file, Optional<String> title, PluginState.Status status) {
        Deployed known = deployed.get(file);
        if (known == null) {
            states.set(new PluginState(file, title, -1, status));
            return;
        }
        String note = "its new file is " + status.text();
        boolean runs = store.find(known.bundleId()).map(Installed::isActive).orElse(false);
        states.set(known.state(
                runs ? new PluginState.Status.Active(Optional.of(note)) : new PluginState.Status.Failed(note)));
    }

    private boolean install(JarExaminer.Examined.Accepted jar) {
        String file = jar.jar().file();
        JarFacts facts = jar.jar().facts();
        try {
            long id = store.installPlugin(Installed.PLUGIN + file, jar.copy());
            deployed.put(file, new Deployed(jar.jar(), jar.stamp(), id));
            return true;
        } catch (RuntimeException e) {
            reject(file, Optional.of(facts.title()), new PluginState.Status.Failed(Guarded.describe(e)));
            return false;
        }
    }

    private boolean update(Deployed known, JarExaminer.Examined.Accepted jar) {
        String file = jar.jar().file();
        Optional<String> missing = MissingImports.sentence(jar.jar().facts(), store.exports());
        if (missing.isPresent()) {
            reject(file, Optional.empty(), new PluginState.Status.Failed(missing.get()));
            return false;
        }
        Optional<String> failure = work.run("update", known.jar(), known.bundleId(), () -> {
            store.stop(known.bundleId());
            store.update(known.bundleId(), jar.copy());
        });
        failure.ifPresent(
                reason -> states.set(known.state(new PluginState.Status.Failed("it cannot be updated: " + reason))));
        if (failure.isEmpty()) {
            states.renew(file);
            deployed.put(file, new Deployed(jar.jar(), jar.stamp(), known.bundleId()));
        }
        return failure.isEmpty();
    }

    /** Lets go of the old classes of some bundles. Returns the files of plugins that were stopped for it. */
    private Set<String> letGo(Set<Long> changed) {
        if (changed.isEmpty()) {
            return Set.of();
        }
        Set<Long> closure = store.closure(changed);
        Set<String> stopped = stopDependents(closure, changed);
        if (closure.stream().anyMatch(work::isStuck)) {
            LOG.warn("Old classes of plugins stay in memory: a plugin that uses them has not stopped");
            return stopped;
        }
        try {
            store.refresh(closure, work.limit());
        } catch (RuntimeException e) {
            LOG.warn("Old classes of plugins stay in memory: {}", e.getMessage());
        }
        return stopped;
    }

    /** The framework would stop them itself, holding a lock that everybody needs: no plugin must spin there. */
    private Set<String> stopDependents(Set<Long> closure, Set<Long> changed) {
        Set<String> stopped = new TreeSet<>();
        for (Deployed plugin : deployed.values()) {
            long id = plugin.bundleId();
            boolean runs = store.find(id).map(Installed::isActive).orElse(false);
            if (runs
                    && closure.contains(id)
                    && !changed.contains(id)
                    && work.run("stop", plugin.jar(), id, () -> store.stop(id)).isEmpty()) {
                stopped.add(plugin.jar().file());
            }
        }
        return stopped;
    }

    private void start(Set<String> files) {
        List<PluginState> starting = new ArrayList<>();
        List<Guarded> starts = new ArrayList<>();
        for (String file : files) {
            Deployed plugin = deployed.get(file);
            if (plugin != null) {
                PluginState state = plugin.state(new PluginState.Status.Starting());
                states.set(state);
                starting.add(state);
                long id = plugin.bundleId();
                starts.add(work.start(
                        "start", plugin.jar(), id, () -> store.start(id), end -> started(plugin, state, end)));
            }
        }
        work.await(starts);
        starting.forEach(state -> states.change(state, overdue()));
    }

    /** Called on the thread of the start, perhaps long after it was given up. */
    private void started(Deployed plugin, PluginState starting, Optional<Throwable> thrown) {
        PluginState.Status status =
                thrown.map(failure -> failed(plugin, failure)).orElseGet(PluginDeployer::active);
        if (thrown.isEmpty()) {
            unresolved.remove(plugin.jar().file());
        }
        states.change(starting, status);
        states.change(starting.with(overdue()), status);
    }

    private PluginState.Status failed(Deployed plugin, Throwable thrown) {
        String reason = Guarded.describe(thrown);
        if (thrown instanceof BundleFault fault && fault.isUnresolved()) {
            unresolved.add(plugin.jar().file());
            reason = MissingImports.sentence(plugin.jar().facts(), store.exports())
                    .orElse(reason);
        } else {
            unresolved.remove(plugin.jar().file());
        }
        return new PluginState.Status.Failed(reason);
    }

    private PluginState.Status overdue() {
        return new PluginState.Status.Failed(
                "its start has not returned within " + work.limit().toSeconds() + " s");
    }

    private static PluginState.Status active() {
        return new PluginState.Status.Active(Optional.empty());
    }
}
