// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import dev.infrajar.net.core.ConsoleWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Installs, updates and removes bundles of the platform. An update is made side by side: the new version starts beside
 * the old, takes over when the old one stops, and the old one is uninstalled when its last session has ended.
 */
final class PlatformBundles {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final BundleStore store;
    private final SessionCount sessions;
    private final Drains drains;
    private final Duration limit;

    /**
     * Platform bundles.
     *
     * @param limit for a bundle's start and stop, and for its services to appear
     */
    PlatformBundles(BundleStore store, SessionCount sessions, Drains drains, Duration limit) {
        this.store = store;
        this.sessions = sessions;
        this.drains = drains;
        this.limit = limit;
    }

    void list(ConsoleWriter out) {
        out.table(
                List.of("ID", "STATE", "BUNDLE", "VERSION", "NOTE"),
                store.all().stream().map(this::row).toList());
    }

    /** The symbolic names of all bundles but plugins. */
    List<String> names() {
        return store.all().stream()
                .filter(bundle -> !bundle.isPlugin())
                .map(Installed::symbolicName)
                .distinct()
                .toList();
    }

    private List<String> row(Installed bundle) {
        String note = drains.holding(bundle.id())
                .map(count -> "waits for " + sessions(count))
                .orElse(bundle.isPlugin() ? "plugin" : "");
        return List.of(
                Long.toString(bundle.id()),
                bundle.state(),
                bundle.symbolicName(),
                bundle.version().toString(),
                note);
    }

    void install(Path file, ConsoleWriter out) {
        JarFacts jar = read(file);
        String name = jar.symbolicName().orElseThrow();
        versions(name).stream().findFirst().ifPresent(there -> {
            throw new Refusal(there.title() + " is installed already; use bundle update");
        });
        long id = installAndStart(jar, file, store.self());
        out.println(title(id)
                + " is installed and active, until the proxy ends; to keep it, put it into a folder of system/");
    }

    void update(Path file, ConsoleWriter out) {
        JarFacts jar = read(file);
        Installed old = replaced(jar);
        long id = installAndStart(jar, file, old.id());
        awaitServices(old, id);
        out.println(title(id) + " is active beside " + old.version());
        retire(old, out);
    }

    private Installed replaced(JarFacts jar) {
        String name = jar.symbolicName().orElseThrow();
        Protection.againstUpdate(name).ifPresent(reason -> {
            throw new Refusal(name + " is never updated live: " + reason);
        });
        Installed old = versions(name).stream()
                .max(Comparator.comparing(Installed::version))
                .orElseThrow(() -> new Refusal(name + " is not installed; use bundle install"));
        if (old.isPlugin()) {
            throw new Refusal(name + " is a plugin: replace its file in the plugins folder");
        }
        if (jar.version().compareTo(old.version()) <= 0) {
            throw new Refusal(
                    old.title() + " is installed; the file has " + jar.version() + ", and a higher version is needed");
        }
        refuseIfOthersAreWiredTo(old);
        return old;
    }

    private void refuseIfOthersAreWiredTo(Installed bundle) {
        Set<Long> others = new HashSet<>(store.closure(List.of(bundle.id())));
        others.remove(bundle.id());
        if (!others.isEmpty()) {
            List<String> names = others.stream().sorted().map(this::title).toList();
            throw new Refusal(bundle.symbolicName() + " is never exchanged live: others use its packages: "
                    + String.join(", ", names));
        }
    }

    void remove(String name, ConsoleWriter out) {
        Installed bundle = named(name);
        Protection.againstRemoval(bundle.symbolicName()).ifPresent(reason -> {
            throw new Refusal(bundle.symbolicName() + " is never removed: " + reason);
        });
        if (bundle.isPlugin()) {
            throw new Refusal(bundle.symbolicName() + " is a plugin: delete its file in the plugins folder");
        }
        refuseIfOthersAreWiredTo(bundle);
        Protection.missed(bundle.symbolicName())
                .ifPresent(effect -> out.println("Warning: without " + bundle.symbolicName() + " " + effect + "."));
        retire(bundle, out);
    }

    /** A bundle by number, symbolic name, last part of it, or file name. */
    private Installed named(String name) {
        String fileName = Path.of(name).getFileName().toString();
        List<Installed> matching = store.all().stream()
                .filter(bundle -> name.equals(Long.toString(bundle.id()))
                        || bundle.symbolicName().equals(name)
                        || bundle.symbolicName().equals("dev.infrajar." + name)
                        || bundle.fileName().equals(fileName))
                .toList();
        if (matching.isEmpty()) {
            throw new Refusal("There is no bundle " + name + "; see bundle list");
        }
        if (matching.size() > 1) {
            throw new Refusal("There are several bundles " + name + "; give the number that bundle list shows");
        }
        return matching.getFirst();
    }

    private JarFacts read(Path file) {
        return switch (JarReader.read(file)) {
            case JarReader.Reading.Incomplete(String reason) ->
                throw new Refusal(file + " cannot be read as a jar: " + reason);
            case JarReader.Reading.Malformed(String reason) -> throw new Refusal(file + ": " + reason);
            case JarReader.Reading.Complete(JarFacts facts) -> {
                Admission.general(facts).ifPresent(reason -> {
                    throw new Refusal(file + ": " + reason);
                });
                MissingImports.sentence(facts, store.exports()).ifPresent(reason -> {
                    throw new Refusal(facts.title() + ": " + reason);
                });
                yield facts;
            }
        };
    }

    private List<Installed> versions(String symbolicName) {
        return store.all().stream()
                .filter(bundle -> bundle.symbolicName().equals(symbolicName))
                .toList();
    }

    private long installAndStart(JarFacts jar, Path file, long levelOf) {
        long id = store.install("bundle:" + jar.title().replace(' ', '/') + "/" + file.getFileName(), file, levelOf);
        run("start " + jar.title(), () -> store.start(id)).ifPresent(reason -> {
            undo(id);
            throw new Refusal(jar.title() + " does not start and was uninstalled again: " + reason);
        });
        return id;
    }

    /** A bundle can be active and useless: its components wait for something. Then the old one must stay. */
    private void awaitServices(Installed old, long id) {
        Set<String> missing = new HashSet<>(store.services(old.id()));
        long deadlineNanos = System.nanoTime() + limit.toNanos();
        missing.removeAll(store.services(id));
        while (!missing.isEmpty() && System.nanoTime() - deadlineNanos < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
            missing.removeAll(store.services(id));
        }
        if (!missing.isEmpty()) {
            String title = title(id);
            undo(id);
            throw new Refusal(title + " does not register " + String.join(", ", missing) + ", which " + old.version()
                    + " does; it was uninstalled again and the old version goes on");
        }
    }

    private static String sessions(int count) {
        return count + (count == 1 ? " session" : " sessions");
    }

    private void undo(long id) {
        run("uninstall " + id, () -> removeAndRefresh(id));
    }

    private void retire(Installed old, ConsoleWriter out) {
        IntSupplier holding = store.classLoader(old.id()).map(sessions::holding).orElse(() -> 0);
        Optional<String> failure = run("stop " + old.title(), () -> store.stop(old.id()));
        if (failure.isPresent()) {
            throw new Refusal(old.title() + " does not stop: " + failure.get());
        }
        int count = holding.getAsInt();
        out.println(old.title() + " is stopped; " + sessions(count) + (count == 1 ? " uses" : " use")
                + " it, and it is uninstalled when the last of them has ended");
        drains.add(old, holding, () -> removeAndRefresh(old.id()));
    }

    private void removeAndRefresh(long id) {
        store.uninstall(id);
        Set<Long> closure = store.closure(List.of(id));
        if (closure.equals(Set.of(id))) {
            store.refresh(closure, limit);
        }
    }

    private Optional<String> run(String name, Runnable work) {
        Guarded guarded = Guarded.start(name, work, end -> {});
        Guarded.awaitAll(List.of(guarded), limit);
        return guarded.failure(limit);
    }

    private String title(long id) {
        return store.find(id).map(Installed::title).orElse("bundle " + id);
    }
}
