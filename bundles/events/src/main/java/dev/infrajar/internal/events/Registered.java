// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

/**
 * A listener as it stands in the service registry.
 *
 * @param origin the bundle that registered it
 * @param rank its place in the order
 * @param source gives its object
 * @param <L> the listener interface
 */
record Registered<L>(Origin origin, Rank rank, Source<L> source) {}
