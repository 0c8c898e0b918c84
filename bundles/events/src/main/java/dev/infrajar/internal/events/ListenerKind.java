// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import java.util.List;

/**
 * What the listeners of one interface have in common.
 *
 * @param name the interface's simple name
 * @param packets the packets that sessions decode because of them
 */
record ListenerKind(String name, List<String> packets) {
    ListenerKind {
        packets = List.copyOf(packets);
    }

    /** How one of them is called. */
    String label(String ownName) {
        return ownName.isEmpty() ? name : name + " " + ownName;
    }
}
