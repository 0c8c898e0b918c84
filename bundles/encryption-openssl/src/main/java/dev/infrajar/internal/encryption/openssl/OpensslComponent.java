// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.encryption.openssl;

import dev.infrajar.net.encryption.EncryptionFactory;
import dev.infrajar.net.encryption.EncryptionKind;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers the library's encryption where the library is. Immediate, because whether there is a service is found out here; the
 * search runs beside the start, which need not wait for it.
 */
@Component(
        service = {},
        immediate = true)
public final class OpensslComponent {
    private static final Logger LOG = LoggerFactory.getLogger(OpensslComponent.class);

    private final BundleContext context;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ServiceRegistration<EncryptionFactory> registration;
    private boolean isStopped;

    /** Begins to look for the library. */
    @Activate
    public OpensslComponent(BundleContext context) {
        this.context = context;
        Thread.ofPlatform().name("libcrypto-search").daemon().start(this::search);
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

    private void search() {
        switch (LibrarySearch.find()) {
            case LibrarySearch.Found.Usable(Libcrypto library, String name) -> {
                LOG.debug("libcrypto: {}", name);
                register(new OpensslFactory(library));
            }
            case LibrarySearch.Found.Nowhere(String reason) -> LOG.debug("no libcrypto: {}", reason);
        }
    }

    @SuppressWarnings("JdkObsolete") // the registry takes a Dictionary
    private void register(EncryptionFactory factory) {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of("encryption.kind", EncryptionKind.OPENSSL));
        lock.lock();
        try {
            if (!isStopped) {
                registration = context.registerService(EncryptionFactory.class, factory, properties);
            }
        } finally {
            lock.unlock();
        }
    }
}
