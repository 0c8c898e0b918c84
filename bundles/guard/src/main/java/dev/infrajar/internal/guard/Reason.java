// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

/** Why a client was not let in. */
enum Reason {
    /** {@code [ip_filter]} of {@code infrarust.toml}. */
    ADDRESS_FILTER("address filter"),
    /** {@code [ip_filter]} of a server file. */
    SERVER_ADDRESS_FILTER("address filter of the server"),
    /** {@code [rate_limit] max_connections}. */
    LOGIN_RATE("rate limit of logins"),
    /** {@code [rate_limit] status_max}. */
    STATUS_RATE("rate limit of pings"),
    /** {@code max_connections_per_address}. */
    OPEN_CONNECTIONS("connections of one address");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** A few words for console and logs. */
    String text() {
        return text;
    }
}
