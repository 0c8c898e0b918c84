// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

/** Why a connection was ended without an answer. Counted, not logged: hostile input must cost nothing. */
public enum Rejection {
    /** The first packet is no handshake. */
    MALFORMED_HANDSHAKE("malformed handshake"),
    /** No complete handshake within its deadline. */
    SLOW_HANDSHAKE("handshake not complete in time"),
    /** The packet after a login handshake is no login start. */
    MALFORMED_LOGIN("malformed login start"),
    /** No complete login start within its deadline. */
    SLOW_LOGIN("login start not complete in time"),
    /** A packet that cannot be read, after the login start. */
    MALFORMED_PACKET("malformed packet during the login"),
    /** A packet that is larger than allowed, after the login start. */
    LARGE_PACKET("packet too large during the login"),
    /** No packet, or nothing read, within the deadline of a step of the login. */
    SILENT_LOGIN("login not continued in time"),
    /** A packet that does not belong into the status phase. */
    MALFORMED_STATUS("malformed status request"),
    /** No status request, or no ping after the answer, within the deadline. */
    SLOW_STATUS("status request or ping not sent in time"),
    /** More bytes before the login than any client sends. */
    TOO_MANY_BYTES("too many bytes before the login"),
    /** The host leads nowhere and {@code unknown_domain_behavior = "drop"}. */
    UNKNOWN_HOST("unknown host, dropped"),
    /** The connection broke. */
    CONNECTION_ERROR("connection error before the login");

    private final String text;

    Rejection(String text) {
        this.text = text;
    }

    /** A few words for the console. */
    public String text() {
        return text;
    }
}
