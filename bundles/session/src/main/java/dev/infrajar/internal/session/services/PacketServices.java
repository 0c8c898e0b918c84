// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.services;

import dev.infrajar.internal.session.config.ClientCompressionConfig;
import dev.infrajar.internal.session.config.LoginConfig;
import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.identity.ClientAuthenticator;
import dev.infrajar.net.identity.IdentityForwarding;
import dev.infrajar.net.intercept.PacketForwarderFactory;
import dev.infrajar.net.intercept.TapChains;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.PacketLimits;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The bundles that only sessions need whose packets the proxy sees. Each may be replaced at any moment. */
@Component(service = PacketServices.class)
public final class PacketServices {
    private final Presence<Dialects> dialects = new Presence<>();
    private final Presence<PacketLimits.Source> limits = new Presence<>();
    private final Presence<CompressionFactory> compression = new Presence<>();
    private final Presence<PacketForwarderFactory> forwarders = new Presence<>();
    private final Presence<TapChains> taps = new Presence<>();
    private final LiveTaps liveTaps = new LiveTaps();
    private final Presence<ClientAuthenticator> authenticator = new Presence<>();
    private final Presence<IdentityForwarding> forwarding = new Presence<>();
    private final ConfigValue<ClientCompressionConfig> compressionConfig;
    private final ConfigValue<LoginConfig> loginConfig;

    /** Called by Declarative Services. */
    @Activate
    public PacketServices(
            @Reference(target = "(" + ConfigValue.SECTION + "=" + ClientCompressionConfig.ID + ")")
                    ConfigValue<ClientCompressionConfig> compressionConfig,
            @Reference(target = "(" + ConfigValue.SECTION + "=" + LoginConfig.ID + ")")
                    ConfigValue<LoginConfig> loginConfig) {
        this.compressionConfig = compressionConfig;
        this.loginConfig = loginConfig;
    }

    /** A bundle that stays away. */
    private static final class Away extends Exception {
        private static final long serialVersionUID = 1L;

        Away() {
            super("a bundle is away", null, false, false);
        }
    }

    /** What one session needs, waited for where a bundle is away; empty when one stays away. Virtual threads only. */
    public Optional<Interception> await() throws InterruptedException {
        try {
            var _ = needed(taps);
            return Optional.of(new Interception(
                    needed(dialects),
                    needed(limits).inForce(),
                    needed(compression),
                    needed(forwarders),
                    liveTaps,
                    needed(authenticator),
                    needed(forwarding),
                    compressionConfig.get().clientThreshold(),
                    loginConfig.get().loginTimeout()));
        } catch (Away _) {
            return Optional.empty();
        }
    }

    private static <T> T needed(Presence<T> presence) throws InterruptedException, Away {
        return presence.await().orElseThrow(Away::new);
    }

    /** The taps of the sessions that are made of these. */
    public LiveTaps liveTaps() {
        return liveTaps;
    }

    /** Tells backends who their players are; also of use where the proxy only moves bytes. */
    public Presence<IdentityForwarding> forwarding() {
        return forwarding;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindDialects(Dialects service) {
        dialects.set(service);
    }

    void unbindDialects(Dialects service) {
        dialects.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindLimits(PacketLimits.Source service) {
        limits.set(service);
    }

    void unbindLimits(PacketLimits.Source service) {
        limits.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCompression(CompressionFactory service) {
        compression.set(service);
    }

    void unbindCompression(CompressionFactory service) {
        compression.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindForwarders(PacketForwarderFactory service) {
        forwarders.set(service);
    }

    void unbindForwarders(PacketForwarderFactory service) {
        forwarders.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindTaps(TapChains service) {
        taps.set(service);
        liveTaps.follow(service);
    }

    void unbindTaps(TapChains service) {
        taps.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindAuthenticator(ClientAuthenticator service) {
        authenticator.set(service);
    }

    void unbindAuthenticator(ClientAuthenticator service) {
        authenticator.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindForwarding(IdentityForwarding service) {
        forwarding.set(service);
    }

    void unbindForwarding(IdentityForwarding service) {
        forwarding.unset(service);
    }
}
