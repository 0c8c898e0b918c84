// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The versions the proxy can speak. A service of the codec; thread-safe; nothing blocks. */
@ProviderType
public interface Dialects {
    /**
     * Finds what a client or backend speaks.
     *
     * @param protocol the number of its handshake, any
     * @return the dialect, or why there is none
     */
    DialectMatch of(int protocol);

    /**
     * Checks the name of a packet that someone declares an interest in.
     *
     * @param phase the phase
     * @param direction the direction
     * @param name the name
     * @return the kind, or names that may have been meant
     */
    KindMatch kind(Phase phase, Direction direction, String name);

    /**
     * The known protocol numbers.
     *
     * @return ascending
     */
    List<KnownProtocol> protocols();
}
