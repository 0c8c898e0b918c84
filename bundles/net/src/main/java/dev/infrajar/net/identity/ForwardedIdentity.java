// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.identity;

import dev.infrajar.net.wire.Bytes;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What one backend is told of one player. Immutable; made for one connection to a backend. Nothing here blocks. */
@ProviderType
public interface ForwardedIdentity {
    /**
     * The host field of the handshake.
     *
     * @param host the host alone, rewritten as the server file says; without NUL
     * @param suffix what the client put behind its host, first NUL included, as far as it may be passed on; empty if nothing
     * @return the field; where identity goes with the handshake, nothing of the suffix can be taken for it: the marks of mod
     *     loaders are carried as backends of that kind expect them, anything else is dropped
     */
    String host(String host, String suffix);

    /**
     * Whether the backend asks, and gets answers: then the proxy has to take part in the login.
     *
     * @return {@code false} if all that is told goes with the handshake, or nothing is
     */
    boolean hasAnswers();

    /**
     * The answer to a login plugin request of the backend.
     *
     * @param channel the request's
     * @param question the request's data
     * @return empty if the request is not about identity, or this backend is not told: then the client is asked
     */
    Optional<Bytes> answer(String channel, Bytes question);
}
