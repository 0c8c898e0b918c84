// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Makes the taps of sessions. A service with the properties of {@link TapInterest}; thread-safe, long-lived. */
@FunctionalInterface
@ConsumerType
public interface PacketTapFactory {
    /**
     * Makes the tap of one session. Called on its event loop, when the session begins to be relayed or when the factory
     * arrives; does not block.
     *
     * @param session the session
     * @return empty if this session is of no interest
     */
    Optional<PacketTap> create(TapSession session);
}
