// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.filter;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decides about accepted connections, and makes the filters of those it wants to watch. A service with the properties of
 * {@link FilterDeclaration}; thread-safe, long-lived.
 */
@FunctionalInterface
@ConsumerType
public interface TransportFilterFactory {
    /**
     * A connection has been accepted, and its PROXY header, where one is expected, has been taken. Called on its event loop, before
     * any gate and before its first byte; does not block. Connections that were there before the factory are not shown.
     *
     * @param connection who it is from
     * @return what becomes of it
     */
    AcceptVerdict accept(FilteredConnection connection);
}
