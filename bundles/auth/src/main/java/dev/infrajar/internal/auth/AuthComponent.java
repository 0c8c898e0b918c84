// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.conversation.Conversation;
import dev.infrajar.net.conversation.ConversationException;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.identity.Authentication;
import dev.infrajar.net.identity.ClientAuthenticator;
import dev.infrajar.net.identity.ClientLogin;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Wires the authentication of clients to configuration and ciphers. */
@Component(service = {AuthComponent.class, ClientAuthenticator.class})
public final class AuthComponent implements ClientAuthenticator {
    private final SessionClient client = new SessionClient();
    private final Tally tally = new Tally();
    private final KeyExchange exchange;
    private final Registration changes;
    private volatile KeyExchange.Settings settings;

    /** Has the key pair made soon. */
    @Activate
    public AuthComponent(
            @Reference CipherRegistry ciphers,
            @Reference(target = "(" + ConfigValue.SECTION + "=" + AuthConfig.ID + ")") ConfigValue<AuthConfig> config) {
        this.settings = settingsOf(config.get());
        this.exchange = new KeyExchange(
                new KeyInBackground(AfterTheStart.executor("login-key")), ciphers.choice(), () -> settings, tally);
        this.changes = config.onChange(this::apply);
        // What has changed between the first look and the registration.
        apply(config.get());
    }

    private Optional<String> apply(AuthConfig now) {
        if (!settings.config().equals(now)) {
            settings = settingsOf(now);
        }
        return Optional.empty();
    }

    private KeyExchange.Settings settingsOf(AuthConfig config) {
        return new KeyExchange.Settings(config, new HttpSessionServer(client, config));
    }

    /** Ends the calls of the configuration; logins under way go on. */
    @Deactivate
    public void close() {
        changes.close();
    }

    /** What is asked of the session server now. */
    AuthConfig config() {
        return settings.config();
    }

    /** How logins have ended. */
    Tally tally() {
        return tally;
    }

    @Override
    public Authentication authenticate(Conversation conversation, ClientLogin login)
            throws ConversationException, InterruptedException {
        return exchange.authenticate(conversation, login);
    }
}
