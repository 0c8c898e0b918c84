// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import java.util.function.Supplier;

/**
 * What is kept of the server that has dialled a backend last: enough to probe it, and nothing that would hold on to the
 * keys of other bundles.
 *
 * @param server its id
 * @param sendsProxyHeader whether its backends expect a PROXY header
 * @param health how its backends are probed, at the moment of asking
 */
public record BackendUser(String server, boolean sendsProxyHeader, Supplier<HealthSettings> health) {}
