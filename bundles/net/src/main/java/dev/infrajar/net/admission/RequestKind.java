// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.admission;

/** What a client wants, as its first packet says. */
public enum RequestKind {
    /** A server list ping, modern or legacy. */
    STATUS,
    /** To join: a login or a transfer, modern or legacy. */
    LOGIN
}
