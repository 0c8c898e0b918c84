// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

/**
 * The address of a backend, not yet resolved.
 *
 * @param host a host name, or an IP literal without brackets
 * @param port 1..65535
 */
public record HostAndPort(String host, int port) {
    /** The port of a Minecraft server where none is given. */
    public static final int DEFAULT_PORT = 25565;

    private static final int MAX_PORT = 65_535;

    /** Checks both parts. */
    public HostAndPort {
        if (host.isEmpty() || host.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("\"" + host + "\" is not a host");
        }
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("port " + port + " must be 1 to " + MAX_PORT);
        }
    }

    /**
     * Reads {@code host}, {@code host:port}, {@code 1.2.3.4:port}, {@code ::1} or {@code [::1]:port}. The port is
     * {@link #DEFAULT_PORT} where none is given.
     *
     * @param text the address
     * @return the parsed address
     * @throws IllegalArgumentException if the text is empty, the port is not a number of 1 to 65535, or a bracket is
     *     missing
     */
    public static HostAndPort parse(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("[")) {
            return parseBracketed(trimmed);
        }
        int colon = trimmed.indexOf(':');
        if (colon < 0 || trimmed.indexOf(':', colon + 1) >= 0) {
            // No colon, or several: an IPv6 literal without a port.
            return new HostAndPort(trimmed, DEFAULT_PORT);
        }
        return new HostAndPort(trimmed.substring(0, colon), parsePort(trimmed, colon + 1));
    }

    private static HostAndPort parseBracketed(String text) {
        int end = text.indexOf(']');
        if (end < 0) {
            throw new IllegalArgumentException("\"" + text + "\" has no closing bracket");
        }
        String host = text.substring(1, end);
        if (end == text.length() - 1) {
            return new HostAndPort(host, DEFAULT_PORT);
        }
        if (text.charAt(end + 1) != ':') {
            throw new IllegalArgumentException("\"" + text + "\" must have a colon after the bracket");
        }
        return new HostAndPort(host, parsePort(text, end + 2));
    }

    private static int parsePort(String text, int from) {
        try {
            return Integer.parseInt(text, from, text.length(), 10);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" has no valid port: \"" + text.substring(from) + "\" is not a number", e);
        }
    }

    /** The form that {@link #parse} reads: IPv6 literals in brackets. */
    @Override
    public String toString() {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }
}
