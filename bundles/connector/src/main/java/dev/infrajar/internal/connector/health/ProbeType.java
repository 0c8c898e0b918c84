// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

/** What a probe asks a backend for. */
public enum ProbeType {
    /** A connection. */
    TCP,
    /** A connection, and an answer to a status request. */
    STATUS
}
