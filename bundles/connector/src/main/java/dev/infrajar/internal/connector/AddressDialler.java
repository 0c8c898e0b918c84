// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.transport.Dial;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Connects to one address of a server file: looks its host up and tries what was found, all within one deadline.
 *
 * @param resolver finds the addresses of host names
 * @param sockets connects to one of them
 */
record AddressDialler(HostResolver resolver, SocketDialler sockets) {

    Attempt dial(Dial dial, HostAndPort address, Deadline deadline) throws InterruptedException {
        return switch (resolver.resolve(address.host(), deadline)) {
            case HostResolver.Resolved.Addresses(List<InetAddress> all) -> first(dial, all, address.port(), deadline);
            case HostResolver.Resolved.Failed(String reason) -> new Attempt.Failed(reason);
        };
    }

    /** The first that answers; each gets an equal part of the time that is left, so that a dead one leaves some. */
    private Attempt first(Dial dial, List<InetAddress> candidates, int port, Deadline deadline)
            throws InterruptedException {
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            InetSocketAddress target = new InetSocketAddress(candidates.get(i), port);
            Deadline share = i == candidates.size() - 1 ? deadline : deadline.shared(candidates.size() - i);
            switch (sockets.dial(dial, target, share)) {
                case Attempt.Stands stands -> {
                    return stands;
                }
                case Attempt.Failed(String reason) -> failures.add(labelled(candidates, i, reason));
            }
        }
        return new Attempt.Failed(String.join(", ", failures));
    }

    /** Names the address where the host name stands for several. */
    private static String labelled(List<InetAddress> candidates, int index, String reason) {
        return candidates.size() == 1 ? reason : candidates.get(index).getHostAddress() + " " + reason;
    }
}
