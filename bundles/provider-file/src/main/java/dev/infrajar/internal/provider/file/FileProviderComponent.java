// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.provider.file;

import dev.infrajar.net.config.ServerFiles;
import dev.infrajar.net.core.DirectoryWatcher;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.ServerSource;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Offers the servers of the folder of server files, and follows its changes. */
@Component(service = ServerSource.class)
public final class FileProviderComponent implements ServerSource {
    private final FileServerSource source;
    private final Registration watch;
    private final Registration sections;

    /** Watches the folder, then reads it: no change is missed in between. */
    @Activate
    public FileProviderComponent(@Reference ServerFiles files, @Reference DirectoryWatcher watcher) {
        source = new FileServerSource(new ServerFolder(files));
        watch = watcher.watch(files.directory(), source::reload);
        // The one who tells does not wait for the disk.
        sections = files.onSectionsChanged(() -> Thread.ofVirtual().start(source::reload));
        source.reload();
    }

    /** Ends watching. Returns at once. */
    @Deactivate
    public void deactivate() {
        sections.close();
        watch.close();
    }

    @Override
    public Registration subscribe(Consumer<List<ServerDefinition>> sink) {
        return source.subscribe(sink);
    }
}
