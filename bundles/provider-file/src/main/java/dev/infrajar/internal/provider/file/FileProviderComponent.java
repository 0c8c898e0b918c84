// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.provider.file;

import dev.infrajar.net.config.Reloadable;
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
@Component(service = {ServerSource.class, Reloadable.class})
public final class FileProviderComponent implements ServerSource, Reloadable {
    private final FileServerSource source;
    private final FolderWatch watch;
    private final Registration sections;
    private final Registration directory;

    /** Watches the folder, then reads it: no change is missed in between. */
    @Activate
    public FileProviderComponent(@Reference ServerFiles files, @Reference DirectoryWatcher watcher) {
        source = new FileServerSource(new ServerFolder(files));
        watch = new FolderWatch(watcher, files::directory, source::reload);
        // The one who tells does not wait for the disk.
        sections = files.onSectionsChanged(() -> Thread.ofVirtual().start(source::reload));
        directory = files.onDirectoryChanged(this::move);
        watch.follow();
        source.reload();
    }

    /** Ends watching. Returns at once. */
    @Deactivate
    public void deactivate() {
        directory.close();
        sections.close();
        watch.close();
    }

    private void move() {
        watch.follow();
        source.reload();
    }

    @Override
    public Registration subscribe(Consumer<List<ServerDefinition>> sink) {
        return source.subscribe(sink);
    }

    @Override
    public String subject() {
        return "servers";
    }

    @Override
    public List<String> reload() {
        return source.reload();
    }
}
