// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import dev.infrajar.net.core.StatusLine;
import dev.infrajar.net.encryption.EncryptionFactory;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The encryption at hand. */
@Component(service = {CipherRegistry.class, StatusLine.class})
public final class CipherRegistry implements StatusLine {
    private static final Logger LOG = LoggerFactory.getLogger(CipherRegistry.class);

    /** The property that {@link dev.infrajar.net.encryption.EncryptionKind} sets. */
    private static final String KIND = "encryption.kind";

    /** Longer than the compiler keeps a method waiting; docs/decisions/0032. */
    private static final Duration QUIET = Duration.ofMillis(300);

    /** A trial takes half a second of a processor, more only where it is disturbed or never settles. */
    private static final Duration CAP = Duration.ofSeconds(3);

    private final CipherChoice choice;

    /** Called by Declarative Services. */
    public CipherRegistry() {
        this(new CipherChoice(
                AfterTheStart.executor("encryption-trial"), new CipherTrial(System::nanoTime, QUIET, CAP)));
    }

    CipherRegistry(CipherChoice choice) {
        this.choice = choice;
    }

    @Reference(
            service = EncryptionFactory.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addFactory(EncryptionFactory factory, Map<String, Object> properties) {
        if (properties.get(KIND) instanceof String kind
                && properties.get(Constants.SERVICE_ID) instanceof Long serviceId) {
            int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
            choice.add(kind, ranking, serviceId, factory);
        } else {
            LOG.warn("{} has no property {} and is not used", factory.getClass().getName(), KIND);
        }
    }

    void removeFactory(EncryptionFactory factory) {
        choice.remove(factory);
    }

    /** Called when the port is bound: the first status answer is not kept waiting by trials. */
    @Reference(
            target = "(infrajar.ready=true)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    void addListener(BooleanSupplier ready) {
        choice.proxyIsUp();
    }

    void removeListener(BooleanSupplier ready) {
        // Nothing to take back: what is known stays known.
    }

    @Override
    public String label() {
        return "encryption";
    }

    @Override
    public String text() {
        return choice.now().text();
    }

    /** What of it is used. */
    CipherChoice choice() {
        return choice;
    }
}
