// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.config.Reloadable;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.identity.ForwardedPlayer;
import dev.infrajar.net.identity.Identification;
import dev.infrajar.net.identity.IdentityForwarding;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the forwarding of identity to its configuration. */
@Component(service = {IdentityForwarding.class, Reloadable.class})
public final class ForwardingComponent implements IdentityForwarding, Reloadable {
    private static final Logger LOG = LoggerFactory.getLogger(ForwardingComponent.class);

    private final Secrets secrets = new Secrets();
    private final ConfigValue<ForwardingConfig> config;
    private final ConfiguredForwarding forwarding;
    private final Registration changes;

    /** Reads the secret if the configuration asks for one. Blocks on the disk. */
    @Activate
    public ForwardingComponent(
            @Reference(target = "(" + ConfigValue.SECTION + "=" + ForwardingConfig.ID + ")")
                    ConfigValue<ForwardingConfig> config) {
        this.config = config;
        this.forwarding = new ConfiguredForwarding(config::get, secrets);
        this.changes = config.onChange(this::apply);
        apply(config.get()).ifPresent(problem -> LOG.error("{}; who needs it cannot join", problem));
    }

    private Optional<String> apply(ForwardingConfig now) {
        return now.mode().needsSecret()
                        && secrets.of(now.secretFile()) instanceof SecretFile.Reading.Unusable(String problem)
                ? Optional.of("forwarding.secret_file: " + problem)
                : Optional.empty();
    }

    /** Ends the calls of the configuration. */
    @Deactivate
    public void close() {
        changes.close();
    }

    @Override
    public Identification identify(ServerDefinition server, ForwardedPlayer player) {
        return forwarding.identify(server, player);
    }

    @Override
    public boolean concerns(ServerDefinition server) {
        return forwarding.concerns(server);
    }

    @Override
    public String subject() {
        return "forwarding secret";
    }

    @Override
    public List<String> reload() {
        return secrets.reload(config.get());
    }
}
