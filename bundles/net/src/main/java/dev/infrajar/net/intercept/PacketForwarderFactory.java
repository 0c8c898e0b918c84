// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes the forwarders of sessions whose packets the proxy sees. A service; thread-safe, long-lived; the highest service
 * ranking wins. Forwarders it has made go on working after its bundle has been stopped.
 */
@FunctionalInterface
@ConsumerType
public interface PacketForwarderFactory {
    /**
     * Makes the forwarder of one session. Called on the event loop of both channels; does not block.
     *
     * @param link what to connect; if this method throws, the session keeps the ownership of buffers and ciphers in it
     * @return a forwarder that has not been started
     */
    PacketForwarder create(PacketLink link);
}
