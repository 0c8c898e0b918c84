// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.balance;

import dev.infrajar.net.core.HostAndPort;
import java.util.OptionalDouble;

/**
 * A backend that could get a session, at one moment.
 *
 * @param address where it is dialled, which tells it from the others
 * @param weight its share, above 0
 * @param open its open sessions, those that are being dialled among them
 * @param latencyNanos how long connecting takes; empty where nobody knows
 */
public record Candidate(HostAndPort address, double weight, int open, OptionalDouble latencyNanos) {}
