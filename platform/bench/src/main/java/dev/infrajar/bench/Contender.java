// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench;

import java.util.Arrays;

/** A way from the client to the backend that is measured. */
public enum Contender {
    /** No proxy: the floor. */
    DIRECT("direct", Family.NONE),
    /** HAProxy in TCP mode, one thread. */
    HAPROXY_COPY("haproxy-copy", Family.HAPROXY),
    /** The same with {@code option splice-auto}. */
    HAPROXY_SPLICE("haproxy-splice", Family.HAPROXY),
    /** Ours, {@code proxy_mode = "passthrough"}. */
    OURS_COPY("ours-copy", Family.OURS),
    /** Ours, {@code proxy_mode = "zero_copy"}. */
    OURS_SPLICE("ours-splice", Family.OURS);

    /** Whose proxy it is. */
    public enum Family {
        /** None at all. */
        NONE,
        /** The peer that the aims name. */
        HAPROXY,
        /** The unpacked zip. */
        OURS
    }

    private final String label;
    private final Family family;

    Contender(String label, Family family) {
        this.label = label;
        this.family = family;
    }

    /** The name in options and tables. */
    public String label() {
        return label;
    }

    /** Whose proxy it is. */
    public Family family() {
        return family;
    }

    /**
     * The contender with a label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Contender of(String label) {
        return Arrays.stream(values())
                .filter(contender -> contender.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contender is called \"" + label + "\""));
    }
}
