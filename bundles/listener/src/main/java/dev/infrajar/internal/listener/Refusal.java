// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

/** Why the listener has closed a connection. Counted, not logged: hostile input must cost nothing. */
enum Refusal {
    /** A PROXY header is expected, and the peer is not in {@code proxy_protocol_trusted}. */
    UNTRUSTED_PEER("PROXY protocol: the peer is not in proxy_protocol_trusted"),
    /** What came first is no PROXY header, or one that is wrong or too long. */
    MALFORMED_HEADER("PROXY protocol: no header, or a malformed one"),
    /** No complete PROXY header within its deadline. */
    SLOW_HEADER("PROXY protocol: header not complete in time"),
    /** The session bundle did not come back in time. */
    NOBODY_TO_TAKE_IT("nobody to take the connection: the session bundle is not active"),
    /** More bytes than any client sends, while the session bundle was away. */
    TOO_MANY_BYTES("too many bytes while the session bundle was away");

    private final String text;

    Refusal(String text) {
        this.text = text;
    }

    /** A few words for the console. */
    String text() {
        return text;
    }
}
