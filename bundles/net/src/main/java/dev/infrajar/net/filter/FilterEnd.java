// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.filter;

/**
 * How the work of a filter ended.
 *
 * @param cause why
 * @param clientBytes bytes that came from the client behind its PROXY header, before any filter changed them, while this filter saw
 *     bytes of either direction; 0 if it never did: what nobody looks at is not counted here
 * @param serverBytes bytes that were sent to the client, after the filters, likewise
 */
public record FilterEnd(Cause cause, long clientBytes, long serverBytes) {
    /** Why a filter's work ended. */
    public enum Cause {
        /** The connection is closed: by the client, or by the proxy at the end of the session. */
        CLOSED,
        /** A filter has refused or closed the connection: this one or another. */
        FILTERED,
        /** The factory's service has left; the connection goes on without it. */
        WITHDRAWN,
        /** It has failed too often; the connection goes on without it, or is closed, as the filter has declared. */
        QUARANTINED
    }
}
