// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/**
 * The lookup of the operating system, which knows more than DNS where it is set up so (mDNS, LDAP, ...). It tells no time to
 * live, and cannot be interrupted: a virtual thread that waits for it stays behind until the platform gives up.
 *
 * @param source the platform's
 */
record PlatformLookup(Source source) implements Lookup<List<InetAddress>> {
    /** As long as the JDK itself keeps what it found (networkaddress.cache.ttl). */
    static final Duration TTL = Duration.ofSeconds(30);

    /** {@link InetAddress#getAllByName}, or what stands for it. */
    @FunctionalInterface
    interface Source {
        InetAddress[] allByName(String host) throws UnknownHostException;
    }

    @Override
    public Answer<List<InetAddress>> ask(String name) {
        try {
            return new Answer.Found<>(List.of(source.allByName(name)), TTL);
        } catch (UnknownHostException _) {
            return new Answer.Failed<>("unknown host name");
        }
    }
}
