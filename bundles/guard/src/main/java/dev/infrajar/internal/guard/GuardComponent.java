// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import dev.infrajar.net.admission.Gate;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.ClientConnection;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gate that knows addresses alone. Ranked before the others: it is the cheapest. Immediate, so that it keeps what it
 * has counted while the session bundle is replaced.
 */
@Component(service = Gate.class, property = "service.ranking:Integer=100", immediate = true)
public final class GuardComponent implements Gate {
    private static final Logger LOG = LoggerFactory.getLogger(GuardComponent.class);

    private final RateLimit logins;
    private final RateLimit pings;
    private final AddressGate gate;
    private final Registration changes;

    /** Called by Declarative Services. */
    @Activate
    public GuardComponent(
            @Reference Refusals refusals,
            @Reference(target = "(" + ConfigValue.SECTION + "=" + RateLimitConfig.ID + ")")
                    ConfigValue<RateLimitConfig> rates,
            @Reference(target = "(" + ConfigValue.SECTION + "=" + IpFilterConfig.ID + ")")
                    ConfigValue<IpFilterConfig> filter,
            @Reference(target = "(" + ConfigValue.SECTION + "=" + GuardConfig.ID + ")")
                    ConfigValue<GuardConfig> ceiling) {
        this.logins = new RateLimit(System::nanoTime, rates.get().logins());
        this.pings = new RateLimit(System::nanoTime, rates.get().pings());
        this.gate = new AddressGate(
                new AddressGate.Settings(ceiling::get, filter::get),
                new AddressGate.Counters(
                        logins, pings, new OpenConnections(), refusals, new LimitLog(System::nanoTime, LOG::warn)));
        this.changes = rates.onChange(this::apply);
        // What has changed between the first look and the registration.
        apply(rates.get());
    }

    private Optional<String> apply(RateLimitConfig now) {
        logins.set(now.logins());
        pings.set(now.pings());
        return Optional.empty();
    }

    /** Ends the calls of the configuration. */
    @Deactivate
    public void close() {
        changes.close();
    }

    @Override
    public Verdict connection(ClientConnection connection) {
        return gate.connection(connection);
    }

    @Override
    public Verdict request(ClientConnection connection, RequestKind kind) {
        return gate.request(connection, kind);
    }

    @Override
    public Verdict server(ClientConnection connection, RequestKind kind, ServerDefinition server) {
        return gate.server(connection, kind, server);
    }
}
