// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.services;

import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.identity.ClientAuthenticator;
import dev.infrajar.net.identity.IdentityForwarding;
import dev.infrajar.net.intercept.PacketForwarderFactory;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.PacketLimits;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What was there for one session whose packets the proxy sees, when it began; nothing is looked up later.
 *
 * @param dialects the versions
 * @param limits what peers may send
 * @param compression inflates and deflates
 * @param forwarders relays frames
 * @param taps who looks at packets; the one thing that follows when its bundle is replaced
 * @param authenticator has players prove who they are
 * @param forwarding tells backends who players are
 * @param clientThreshold packets of as many bytes or more are compressed towards clients; negative: none
 * @param loginTimeout how long a login at a backend may take
 */
public record Interception(
        Dialects dialects,
        PacketLimits limits,
        CompressionFactory compression,
        PacketForwarderFactory forwarders,
        LiveTaps taps,
        ClientAuthenticator authenticator,
        IdentityForwarding forwarding,
        int clientThreshold,
        Duration loginTimeout) {
    /** What a login needs of other bundles. */
    public Stream<Object> parts() {
        return Stream.of(dialects, compression, forwarders, authenticator, forwarding);
    }
}
