// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import dev.infrajar.internal.listener.filter.FiltersComponent;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.transport.ConnectionAcceptor;
import dev.infrajar.net.transport.Transport;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens while the bundle is active. Immediate, because it owns the socket. Its bundle has the highest start level, so the
 * port is bound last and closed first.
 */
@Component(service = BooleanSupplier.class, property = "infrajar.ready=true", immediate = true)
public final class ListenerComponent implements BooleanSupplier {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerComponent.class);

    /** The exit code when the port cannot be bound. */
    private static final int CANNOT_BIND = 1;

    private final AtomicReference<@Nullable ConnectionAcceptor> acceptor = new AtomicReference<>();
    private final ConfigValue<ListenerConfig> config;
    private final Listener listener;
    private final Registration changes;
    private volatile @Nullable IntConsumer exit;

    /** Called by Declarative Services. */
    @Activate
    public ListenerComponent(
            @Reference Transport transport,
            @Reference Refusals refusals,
            @Reference FiltersComponent filters,
            @Reference(target = "(" + ConfigValue.SECTION + "=" + ListenerConfig.ID + ")")
                    ConfigValue<ListenerConfig> config) {
        this.config = config;
        Arrivals arrivals = new Arrivals(acceptor, refusals, filters.registry());
        this.listener = new Listener(transport, new ClientInitializer(config::get, arrivals));
        this.changes = config.onChange(listener::apply);
    }

    /**
     * Binds the port; if that fails, ends the proxy with a message. In an update the version before has the port, and lets it go when
     * it stops: this one is there already then.
     *
     * @param own this bundle's
     */
    @Activate
    public void open(BundleContext own) {
        try {
            listener.open(config.get());
        } catch (IOException e) {
            if (isUpdate(own)) {
                listener.openWhenFree(config::get);
                return;
            }
            LOG.error("{}; set another bind address in infrarust.toml or with --bind", e.getMessage());
            IntConsumer running = exit;
            if (running != null) {
                running.accept(CANNOT_BIND);
            }
        }
    }

    private static boolean isUpdate(BundleContext own) {
        return Arrays.stream(own.getBundles())
                .anyMatch(bundle -> bundle.getBundleId() != own.getBundle().getBundleId()
                        && bundle.getState() == Bundle.ACTIVE
                        && own.getBundle().getSymbolicName().equals(bundle.getSymbolicName()));
    }

    /** Whether the port is bound: what the launcher asks for. */
    @Override
    public boolean getAsBoolean() {
        return listener.isOpen();
    }

    /** Closes the port at once; connections that were accepted stay. Takes a few seconds at most. */
    @Deactivate
    public void close() {
        changes.close();
        listener.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindAcceptor(ConnectionAcceptor present) {
        acceptor.set(present);
    }

    void unbindAcceptor(ConnectionAcceptor gone) {
        acceptor.compareAndSet(gone, null);
    }

    /** The launcher's way to end the process with an exit code; absent where something else runs the framework. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            target = "(infrajar.exit=true)")
    void bindExit(IntConsumer present) {
        exit = present;
    }

    void unbindExit(IntConsumer gone) {
        exit = null;
    }
}
