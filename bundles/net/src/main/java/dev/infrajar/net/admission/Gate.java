// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.admission;

import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.ClientConnection;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Lets connections in, or not. A service; thread-safe. No method blocks, and each is cheap: they see every connection of
 * a flood. A gate that throws is logged, blamed and passed over. While no gate is there, everybody passes.
 */
@ConsumerType
public interface Gate {
    /**
     * A connection that has sent nothing yet. Called on its event loop.
     *
     * @param connection the connection; a gate that counts open connections listens to its channel's {@code closeFuture}
     * @return all but {@link Verdict.Pass} closes it at once; who wants a login to show a text refuses the request instead
     */
    default Verdict connection(ClientConnection connection) {
        return Verdict.PASS;
    }

    /**
     * A connection whose first packet is complete. Called on its event loop, once for each connection.
     *
     * @param connection the connection
     * @param kind what it wants
     * @return the verdict
     */
    default Verdict request(ClientConnection connection, RequestKind kind) {
        return Verdict.PASS;
    }

    /**
     * A connection whose server has been found. Called on any thread, and again when a plugin sends a player elsewhere.
     *
     * @param connection the connection
     * @param kind what it wants
     * @param server where it leads
     * @return the verdict
     */
    default Verdict server(ClientConnection connection, RequestKind kind, ServerDefinition server) {
        return Verdict.PASS;
    }

    /**
     * A player whose name is known. Called on any thread.
     *
     * @param connection the connection
     * @param login who it is
     * @return the verdict
     */
    default Verdict login(ClientConnection connection, LoginAttempt login) {
        return Verdict.PASS;
    }
}
