// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

/** What a server is doing, as far as a bundle that manages it knows. */
public enum ServerState {
    /** It runs: pings and logins go to it. */
    ONLINE,
    /** It was stopped on purpose and starts when a player comes. */
    SLEEPING,
    /** It is being started. */
    STARTING,
    /** It is being stopped. */
    STOPPING,
    /** It ended by itself. */
    CRASHED,
    /** Its manager does not know. */
    UNKNOWN
}
