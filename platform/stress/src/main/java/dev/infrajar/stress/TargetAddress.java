// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress;

import dev.infrajar.net.core.HostAndPort;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * What is put under load.
 *
 * @param name as it was given
 * @param address what the name led to; the only address that is connected to
 */
record TargetAddress(HostAndPort name, InetSocketAddress address) {
    /**
     * Reads and resolves a target.
     *
     * @param text {@code host:port}
     * @param allowsRemote whether it may be another machine
     * @throws IllegalArgumentException if it cannot be used; the message says why
     */
    static TargetAddress of(String text, boolean allowsRemote) {
        HostAndPort name = HostAndPort.parse(text);
        List<InetAddress> addresses = resolve(name.host());
        // Every address: a name that is loopback today and something else at the next look-up is not loopback.
        if (!allowsRemote && !addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
            throw new IllegalArgumentException(
                    "%s is %s, not this machine's loopback. This program floods its target: other targets need --allow-remote, and the consent of who runs them."
                            .formatted(name.host(), addresses.getFirst().getHostAddress()));
        }
        return new TargetAddress(name, new InetSocketAddress(addresses.getFirst(), name.port()));
    }

    private static List<InetAddress> resolve(String host) {
        try {
            return Arrays.asList(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("the host " + host + " is not known", e);
        }
    }
}
