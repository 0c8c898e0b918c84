// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.server;

import java.util.Locale;

/** How the sessions of a server are relayed: {@code proxy_mode} in a server file. */
public enum ProxyMode {
    /** Bytes are copied through the proxy; the backend authenticates. */
    PASSTHROUGH,
    /** Bytes stay in the kernel (Linux); elsewhere as {@link #PASSTHROUGH}. */
    ZERO_COPY,
    /** As {@link #PASSTHROUGH}; says that authentication is the backend's alone. */
    SERVER_ONLY,
    /** The proxy proves who a player is, and sees packets; the backend trusts it. */
    CLIENT_ONLY,
    /** Nobody proves who a player is; the proxy sees packets. */
    OFFLINE;

    /**
     * Whether the proxy sees the packets of its sessions. In the other modes it moves bytes that may be encrypted.
     *
     * @return {@code true} for {@link #CLIENT_ONLY} and {@link #OFFLINE}
     */
    public boolean isIntercepted() {
        return this == CLIENT_ONLY || this == OFFLINE;
    }

    /**
     * The word used in server files.
     *
     * @return lower case with underscores, for example {@code zero_copy}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
