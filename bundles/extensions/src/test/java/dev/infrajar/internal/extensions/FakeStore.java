// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A framework without code: bundles have names, versions, states, and what a test says they do. */
final class FakeStore implements BundleStore {
    private final Map<Long, Installed> bundles = Collections.synchronizedMap(new TreeMap<>());
    private final Map<String, Runnable> starts = new HashMap<>();
    private final Map<String, Runnable> stops = new HashMap<>();
    private final Map<Long, Set<Long>> users = new HashMap<>();
    private final Map<String, Set<String>> services = new HashMap<>();
    private final List<PackageExport> exports = new ArrayList<>();
    private final List<String> actions = Collections.synchronizedList(new ArrayList<>());
    private long nextId = 100;

    FakeStore() {
        put(1, "dev.infrajar.extensions", "0.1.0", "reference:file:/system/extensions-0.1.0.jar");
    }

    Installed put(long id, String name, String version, String location) {
        Installed bundle = new Installed(
                id, name, BundleVersion.parse(version), location, Installed.ACTIVE, Instant.ofEpochSecond(1));
        bundles.put(id, bundle);
        return bundle;
    }

    void onStart(String title, Runnable action) {
        starts.put(title, action);
    }

    void onStop(String title, Runnable action) {
        stops.put(title, action);
    }

    void export(String name, String version) {
        exports.add(new PackageExport(name, BundleVersion.parse(version), Map.of(), Set.of(), "exporter"));
    }

    void registers(String title, String... interfaces) {
        services.put(title, Set.of(interfaces));
    }

    void isUsedBy(long id, long user) {
        users.computeIfAbsent(id, key -> new HashSet<>()).add(user);
    }

    /** What was done, in order: {@code start com.example.a 1.0.0}. */
    List<String> actions() {
        return List.copyOf(actions);
    }

    List<String> plugins() {
        return all().stream()
                .filter(Installed::isPlugin)
                .map(bundle -> bundle.title() + " " + bundle.state())
                .toList();
    }

    @Override
    public List<Installed> all() {
        synchronized (bundles) {
            return List.copyOf(bundles.values());
        }
    }

    @Override
    public Optional<Installed> find(long id) {
        return Optional.ofNullable(bundles.get(id));
    }

    private Installed get(long id) {
        return find(id).orElseThrow(() -> new BundleFault("no bundle " + id, false, new IllegalStateException()));
    }

    @Override
    public List<PackageExport> exports() {
        return List.copyOf(exports);
    }

    @Override
    public long installPlugin(String location, Path file) {
        return install(location, file, self());
    }

    @Override
    public long install(String location, Path file, long levelOf) {
        get(levelOf);
        long id = nextId++;
        describe(id, location, file, "not resolved");
        actions.add("install " + get(id).title());
        return id;
    }

    private void describe(long id, String location, Path file, String state) {
        if (!(JarReader.read(file) instanceof JarReader.Reading.Complete(JarFacts facts))) {
            throw new BundleFault("not a jar", false, new IllegalStateException());
        }
        String name = facts.symbolicName().orElseThrow();
        bundles.put(id, new Installed(id, name, facts.version(), location, state, Instant.ofEpochSecond(2)));
    }

    @Override
    public long self() {
        return 1;
    }

    @Override
    public void update(long id, Path file) {
        describe(id, get(id).location(), file, "stopped");
        actions.add("update " + get(id).title());
    }

    @Override
    public void start(long id) {
        actions.add("start " + get(id).title());
        setState(id, "starting");
        starts.getOrDefault(get(id).title(), () -> {}).run();
        setState(id, Installed.ACTIVE);
    }

    @Override
    public void stop(long id) {
        actions.add("stop " + get(id).title());
        stops.getOrDefault(get(id).title(), () -> {}).run();
        setState(id, "stopped");
    }

    @Override
    public void uninstall(long id) {
        String title = get(id).title();
        stops.getOrDefault(title, () -> {}).run();
        actions.add("uninstall " + title);
        bundles.remove(id);
    }

    private void setState(long id, String state) {
        Installed old = get(id);
        bundles.put(id, new Installed(id, old.symbolicName(), old.version(), old.location(), state, old.modified()));
    }

    @Override
    public Set<Long> closure(Collection<Long> ids) {
        Set<Long> closure = new HashSet<>(ids);
        ids.forEach(id -> closure.addAll(users.getOrDefault(id, Set.of())));
        return closure;
    }

    @Override
    public void refresh(Collection<Long> ids, Duration limit) {
        actions.add("refresh");
    }

    @Override
    public Set<String> services(long id) {
        return services.getOrDefault(get(id).title(), Set.of());
    }

    @Override
    public Optional<ClassLoader> classLoader(long id) {
        return Optional.of(getClass().getClassLoader());
    }
}
