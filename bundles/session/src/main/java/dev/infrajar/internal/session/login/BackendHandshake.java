// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.HostSuffix;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.identity.ForwardedIdentity;
import java.util.Optional;

/** A client's handshake on its way to the backend: the host as the server file says, and behind it what may be passed on. */
final class BackendHandshake {
    private BackendHandshake() {}

    /**
     * Rewrites a handshake.
     *
     * @param rewrite what the server file says
     * @param address the backend that was dialled
     * @param isTrusted whether the client is a proxy that the operator trusts
     * @param identity puts who the player is into the host field, where that is how the backend is told
     */
    static Handshake of(
            Handshake handshake,
            DomainRewrite rewrite,
            HostAndPort address,
            boolean isTrusted,
            Optional<ForwardedIdentity> identity) {
        String host =
                switch (rewrite) {
                    case DomainRewrite.None() -> handshake.bareHost();
                    case DomainRewrite.FromBackend() -> address.host();
                    case DomainRewrite.Explicit(String fixed) -> fixed;
                };
        String suffix = isTrusted ? handshake.suffix() : HostSuffix.passable(handshake.suffix());
        return handshake.withHost(identity.map(told -> told.host(host, suffix)).orElseGet(() -> host + suffix));
    }
}
