// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.identity.ForwardedIdentity;
import dev.infrajar.net.identity.ForwardedPlayer;
import dev.infrajar.net.identity.Identification;
import dev.infrajar.net.identity.IdentityForwarding;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import net.kyori.adventure.text.Component;

/** Forwards as the files say that are in force when a player joins. */
final class ConfiguredForwarding implements IdentityForwarding {
    private static final Component NOT_SET_UP = Component.text(
            "This server cannot be joined: its proxy is not set up completely. Please tell its operator.");

    private final Supplier<ForwardingConfig> config;
    private final Secrets secrets;

    ConfiguredForwarding(Supplier<ForwardingConfig> config, Secrets secrets) {
        this.config = config;
        this.secrets = secrets;
    }

    @Override
    public Identification identify(ServerDefinition server, ForwardedPlayer player) {
        ForwardingConfig now = config.get();
        Optional<ForwardingMode> own = own(server);
        ForwardingMode mode = own.orElse(now.mode());
        return switch (mode) {
            case NONE -> new Identification.Possible(new PlainIdentity());
            case BUNGEECORD -> new Identification.Possible(new BungeeIdentity(player, Optional.empty()));
            case BUNGEEGUARD -> withSecret(now.secretFile(), secret -> new BungeeIdentity(player, Optional.of(secret)));
            case VELOCITY ->
                Relays.isOne(server)
                        ? withoutAnswers(server, own)
                        : withSecret(now.secretFile(), secret -> new VelocityIdentity(player, secret));
        };
    }

    @Override
    public boolean concerns(ServerDefinition server) {
        return own(server).orElse(config.get().mode()) != ForwardingMode.NONE;
    }

    private static Optional<ForwardingMode> own(ServerDefinition server) {
        return server.part(ServerForwardingConfig.class).flatMap(ServerForwardingConfig::forwardingMode);
    }

    /** What everybody gets is left out where it cannot work; what was asked for there is an error. */
    private static Identification withoutAnswers(ServerDefinition server, Optional<ForwardingMode> own) {
        return own.isEmpty()
                ? new Identification.Possible(new PlainIdentity())
                : new Identification.Impossible(
                        NOT_SET_UP,
                        server.origin() + ": "
                                + Relays.NO_VELOCITY.formatted(
                                        server.proxyMode().key()));
    }

    private Identification withSecret(Path file, Function<Secret, ForwardedIdentity> identity) {
        return switch (secrets.of(file)) {
            case SecretFile.Reading.Usable usable -> new Identification.Possible(identity.apply(usable.secret()));
            case SecretFile.Reading.Unusable(String problem) -> new Identification.Impossible(NOT_SET_UP, problem);
        };
    }
}
