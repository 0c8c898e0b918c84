// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

/** How much was seen of a backend; a later one says more. */
public enum Evidence {
    /** Whether its port takes connections. */
    CONNECT,
    /** Whether it answers as well. */
    ANSWER
}
