// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.net.whiteboard.Origin;

/**
 * A listener as it stands in the service registry.
 *
 * @param origin the bundle that registered it
 * @param rank its place in the order
 * @param source gives its object
 * @param name tells it from others of its kind; empty where nobody needs to
 * @param topics what it wants to hear of
 * @param <L> the listener interface
 */
record Registered<L>(Origin origin, Rank rank, Source<L> source, String name, Topics topics) {
    Registered(Origin origin, Rank rank, Source<L> source) {
        this(origin, rank, source, "");
    }

    Registered(Origin origin, Rank rank, Source<L> source, String name) {
        this(origin, rank, source, name, Topics.ALL);
    }

    Registered<L> about(Topics changed) {
        return new Registered<>(origin, rank, source, name, changed);
    }

    Registered<L> at(Rank changed) {
        return new Registered<>(origin, changed, source, name, topics);
    }
}
