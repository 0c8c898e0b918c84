// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.transport;

import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The backends of servers as the connector knows them: their health, their load, and whether they are drained. */
public interface Backends {
    /** Whether a backend gets sessions. */
    enum Health {
        /** It does. */
        UP,
        /** It has failed and is not tried while another is up. */
        EJECTED
    }

    /**
     * One address of a server at one moment.
     *
     * @param address the entry of the file; where SRV records make several of it, they are told as one
     * @param weight 1..1000
     * @param health whether it is tried
     * @param isDrained whether it gets no new sessions because an operator said so
     * @param sessions connections of sessions that are open
     * @param latency how long connecting has taken lately; empty before the first
     * @param lastFailure why it could not be connected last
     */
    record State(
            HostAndPort address,
            int weight,
            Health health,
            boolean isDrained,
            int sessions,
            Optional<Duration> latency,
            Optional<String> lastFailure) {}

    /**
     * The backends of a server. Never blocks.
     *
     * @param server the server
     * @return one entry for each address, in the order of the file
     */
    List<State> of(ServerDefinition server);

    /**
     * Starts the draining of a backend: while it is drained it gets no new sessions, and running ones stay. Holds until it is
     * ended, whatever happens to the server's file meanwhile; the end of the process ends it, and so does an update of the
     * connector bundle.
     *
     * @param server the server
     * @param address one of its addresses; empty: the server as a whole
     * @return whether that changed anything
     * @throws IllegalArgumentException if the server has no such address; the message names those it has
     */
    boolean drain(ServerDefinition server, Optional<HostAndPort> address);

    /**
     * Ends a draining. Server and address need not be in the configuration any more.
     *
     * @param server the server's id
     * @param address one of its addresses; empty: the server as a whole, and each of its addresses
     * @return whether that changed anything
     */
    boolean undrain(String server, Optional<HostAndPort> address);
}
