// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders that the operating system reports on. All but {@link #await} under the monitor of {@link FolderWatcher}. */
final class FolderKeys implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderKeys.class);

    private final WatchService service;
    private final Map<Path, WatchKey> keys = new HashMap<>();

    FolderKeys() throws IOException {
        service = FileSystems.getDefault().newWatchService();
    }

    /**
     * What happened in a folder.
     *
     * @param folder the folder
     * @param entries what appeared, disappeared or changed in it
     * @param isIncomplete whether there was more than could be noted, or the folder itself is gone
     */
    record Events(Path folder, List<Path> entries, boolean isIncomplete) {}

    /**
     * Makes the operating system report on the folders of these watches and on nothing else. A folder that was replaced
     * since the last call is found again.
     */
    void arm(List<Watch> watches) {
        Map<Path, Boolean> wanted = new HashMap<>();
        for (Watch watch : watches) {
            Path place = watch.place();
            if (place != null) {
                wanted.putIfAbsent(place, false);
            }
            if (Files.isDirectory(watch.folder())) {
                wanted.put(watch.folder(), true);
            }
        }
        keys.entrySet().removeIf(entry -> !wanted.containsKey(entry.getKey()) && isCancelled(entry.getValue()));
        wanted.forEach(this::register);
    }

    private static boolean isCancelled(WatchKey key) {
        key.cancel();
        return true;
    }

    private void register(Path folder, boolean isContentWanted) {
        try {
            WatchKey now = isContentWanted
                    ? folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY)
                    : folder.register(service, ENTRY_CREATE, ENTRY_DELETE);
            WatchKey old = keys.put(folder, now);
            if (old != null && !old.equals(now)) {
                old.cancel();
            }
        } catch (IOException e) {
            LOG.warn("changes in {} are not seen: {}", folder, e.toString());
        }
    }

    /** Waits for something to happen; null when the time is over. */
    @Nullable
    WatchKey await(long nanos) throws InterruptedException {
        return nanos == Long.MAX_VALUE ? service.take() : service.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /** Takes what a key has noted; empty if its folder is no longer watched. */
    Optional<Events> take(WatchKey key) {
        Path folder = (Path) key.watchable();
        List<Path> entries = new ArrayList<>();
        boolean isIncomplete = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            isIncomplete |= event.kind() == OVERFLOW;
            if (event.context() instanceof Path name) {
                entries.add(folder.resolve(name));
            }
        }
        boolean isGone = !key.reset();
        return key.equals(keys.get(folder))
                ? Optional.of(new Events(folder, entries, isIncomplete || isGone))
                : Optional.empty();
    }

    /** Wakes the waiting thread with a {@link java.nio.file.ClosedWatchServiceException}. */
    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
