// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.provider.file;

import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.ServerSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gives the servers of a folder to whoever asks, and again after each change. Thread-safe; sinks are called one by one. */
final class FileServerSource implements ServerSource {
    private final ServerFolder folder;
    private final List<Subscription> subscriptions = new ArrayList<>();

    FileServerSource(ServerFolder folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Registration subscribe(Consumer<List<ServerDefinition>> sink) {
        Subscription subscription = new Subscription(sink);
        subscriptions.add(subscription);
        sink.accept(folder.servers());
        return () -> remove(subscription);
    }

    private synchronized void remove(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    /**
     * Reads the folder again, and tells if something has changed. Blocks on the disk.
     *
     * @return what has changed and what is wrong, a line each
     */
    synchronized List<String> reload() {
        List<ServerDefinition> before = folder.servers();
        List<String> report = folder.read();
        List<ServerDefinition> now = folder.servers();
        if (!now.equals(before)) {
            subscriptions.forEach(subscription -> subscription.sink().accept(now));
        }
        return report;
    }

    /** By identity: one sink may subscribe twice. */
    private static final class Subscription {
        private final Consumer<List<ServerDefinition>> sink;

        Subscription(Consumer<List<ServerDefinition>> sink) {
            this.sink = sink;
        }

        Consumer<List<ServerDefinition>> sink() {
            return sink;
        }
    }
}
