// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.pattern;

/**
 * What every client of a run says first.
 *
 * @param protocol the protocol number in the handshake
 * @param host the host in the handshake: what the player typed
 * @param port the port in the handshake
 */
public record Opening(int protocol, String host, int port) {
    /** 26.2. */
    public static final int NEWEST_KNOWN_PROTOCOL = 776;

    /** The most characters of a host that a handshake may carry. */
    private static final int MAX_HOST_CHARS = 255;

    /** Checks that a real client could say so. */
    public Opening {
        if (host.isEmpty() || host.length() > MAX_HOST_CHARS) {
            throw new IllegalArgumentException("the host must have 1 to " + MAX_HOST_CHARS + " characters");
        }
    }
}
