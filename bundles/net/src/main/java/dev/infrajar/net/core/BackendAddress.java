// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.util.OptionalInt;

/**
 * One entry of a server's {@code addresses}.
 *
 * @param host a host name, or an IP literal without brackets
 * @param port 1..65535; empty where none is given: then an SRV record may name another host and port
 * @param weight the share of sessions it gets where load is balanced, 1..1000
 */
public record BackendAddress(String host, OptionalInt port, int weight) {
    /** The weight where none is given. */
    public static final int DEFAULT_WEIGHT = 1;

    private static final int MAX_WEIGHT = 1000;

    /** Checks all three. */
    public BackendAddress {
        HostAndPort checked = new HostAndPort(host, port.orElse(HostAndPort.DEFAULT_PORT));
        host = checked.host();
        if (weight < 1 || weight > MAX_WEIGHT) {
            throw new IllegalArgumentException("weight = " + weight + ", must be 1 to " + MAX_WEIGHT);
        }
    }

    /**
     * Reads an address as {@link HostAndPort#parse} does, with the usual weight.
     *
     * @param text the address
     * @return the entry
     * @throws IllegalArgumentException if it is not an address
     */
    public static BackendAddress parse(String text) {
        HostAndPort parsed = HostAndPort.parse(text);
        boolean hasPort = !parsed.host().equals(withoutBrackets(text.strip()));
        return new BackendAddress(
                parsed.host(), hasPort ? OptionalInt.of(parsed.port()) : OptionalInt.empty(), DEFAULT_WEIGHT);
    }

    private static String withoutBrackets(String text) {
        return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    }

    /**
     * An entry with a port and the usual weight.
     *
     * @param address the address
     * @return the entry
     */
    public static BackendAddress of(HostAndPort address) {
        return new BackendAddress(address.host(), OptionalInt.of(address.port()), DEFAULT_WEIGHT);
    }

    /**
     * The same address with another weight.
     *
     * @param changed 1..1000
     * @return a new entry
     */
    public BackendAddress withWeight(int changed) {
        return new BackendAddress(host, port, changed);
    }

    /**
     * The address where no SRV record says otherwise.
     *
     * @return with {@link HostAndPort#DEFAULT_PORT} where no port is given
     */
    public HostAndPort target() {
        return new HostAndPort(host, port.orElse(HostAndPort.DEFAULT_PORT));
    }

    /** The address with its port, and the weight where it is not the usual one. */
    @Override
    public String toString() {
        return weight == DEFAULT_WEIGHT ? target().toString() : target() + " (weight " + weight + ")";
    }
}
