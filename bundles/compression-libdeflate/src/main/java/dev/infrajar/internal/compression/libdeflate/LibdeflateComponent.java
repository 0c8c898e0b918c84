// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.libdeflate;

import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.compression.CompressionKind;
import dev.infrajar.net.config.ConfigValue;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers the library's compression where the library is. Immediate, because whether there is a service is found out here;
 * the search runs beside the start, which need not wait for it: until then, and without the library, the JDK's is used.
 */
@Component(
        service = {},
        immediate = true)
public final class LibdeflateComponent {
    private static final Logger LOG = LoggerFactory.getLogger(LibdeflateComponent.class);

    /** Above the JDK's, which has none. */
    private static final int RANKING = 100;

    private final BundleContext context;
    private final ConfigValue<LibdeflateConfig> config;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ServiceRegistration<CompressionFactory> registration;
    private boolean isStopped;

    /** Begins to look for the library. */
    @Activate
    public LibdeflateComponent(
            BundleContext context,
            @Reference(target = "(" + ConfigValue.SECTION + "=" + LibdeflateConfig.ID + ")")
                    ConfigValue<LibdeflateConfig> config) {
        this.context = context;
        this.config = config;
        Path home = Path.of(System.getProperty("infrajar.home", "."));
        Thread.ofPlatform()
                .name("libdeflate-search")
                .daemon()
                .start(() -> search(new LibrarySearch(home.resolve("native")), this::register));
    }

    /** Withdraws the service; what it has made goes on working. Returns at once. */
    @Deactivate
    public void stop() {
        lock.lock();
        try {
            isStopped = true;
            if (registration != null) {
                registration.unregister();
                registration = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Gives what is found to {@code found}; of nothing found there is one line in the log, and the JDK's compression stays the best. */
    static void search(LibrarySearch search, Consumer<Library> found) {
        switch (search.find()) {
            case LibrarySearch.Found.Usable(Library library, String name) -> {
                LOG.debug("libdeflate: {}", name);
                found.accept(library);
            }
            case LibrarySearch.Found.Nowhere(String reason) ->
                LOG.info(
                        "Packets are compressed with the JDK's zlib, which is slower: libdeflate is not installed"
                                + " (Debian's package is libdeflate0; {})",
                        reason);
        }
    }

    @SuppressWarnings("JdkObsolete") // the registry takes a Dictionary
    private void register(Library library) {
        CompressionFactory factory =
                new LibdeflateFactory(library, () -> config.get().level());
        Dictionary<String, Object> properties = new Hashtable<>(
                Map.of("compression.kind", CompressionKind.LIBDEFLATE, Constants.SERVICE_RANKING, RANKING));
        lock.lock();
        try {
            if (!isStopped) {
                registration = context.registerService(CompressionFactory.class, factory, properties);
            }
        } finally {
            lock.unlock();
        }
    }
}
