// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

import org.osgi.annotation.versioning.ProviderType;

/** Makes the chains of sessions out of the {@link PacketTapFactory} services. A service; thread-safe, nothing blocks. */
@ProviderType
@FunctionalInterface
public interface TapChains {
    /**
     * Makes the taps of a session. The chain follows the factories that arrive and leave while the session runs. On the session's
     * event loop; never fails.
     *
     * @param session the session
     * @return its chain, for its forwarder; it is to be {@linkplain TapChain#closed() closed} in the end
     */
    TapChain open(TapSession session);
}
