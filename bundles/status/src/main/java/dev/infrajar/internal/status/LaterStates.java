// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import java.util.Optional;

/** The states that no server can be in yet: entries for them are refused, so that none is accepted and never shown. */
final class LaterStates {
    static final String OFFLINE =
            "Not provided yet and refused: a backend that does not answer is shown as unreachable.";
    static final String MANAGED =
            "Not provided yet and refused: this state exists for servers with a server_manager only.";

    private LaterStates() {}

    static void refuse(
            Optional<MotdEntry> offline,
            Optional<MotdEntry> sleeping,
            Optional<MotdEntry> starting,
            Optional<MotdEntry> crashed,
            Optional<MotdEntry> stopping) {
        refuse("offline", offline, "a backend that does not answer is shown as \"unreachable\"");
        String managed = "it comes with server_manager, which this version does not have";
        refuse("sleeping", sleeping, managed);
        refuse("starting", starting, managed);
        refuse("crashed", crashed, managed);
        refuse("stopping", stopping, managed);
    }

    private static void refuse(String state, Optional<MotdEntry> entry, String why) {
        if (entry.isPresent()) {
            throw new IllegalArgumentException(state + " is not provided yet: " + why);
        }
    }
}
