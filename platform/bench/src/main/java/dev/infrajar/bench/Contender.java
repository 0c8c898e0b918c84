// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

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
    OURS_SPLICE("ours-splice", Family.OURS),
    /** Ours, {@code proxy_mode = "offline"}: it sees packets. */
    OURS_OFFLINE("ours-offline", Family.OURS),
    /** The same with a plugin that asks for a kind of packets that never comes. */
    OURS_WATCHED("ours-offline-watched", Family.OURS),
    /** The same with a plugin that replaces one packet in 100. */
    OURS_CHANGED("ours-offline-changed", Family.OURS),
    /** Ours, {@code proxy_mode = "client_only"}: it sees packets, and encrypts. */
    OURS_CLIENT_ONLY("ours-client-only", Family.OURS),
    /** No proxy: AES in CFB8 mode alone, by the fastest library. */
    AES_CFB8("aes-cfb8", Family.PART),
    /** The chain of taps alone. */
    TAP_CHAIN("tap-chain", Family.PART),
    /** The forwarder of frames alone, while nobody wants compressed packets. */
    FRAME_PASSED("frame-passed", Family.PART),
    /** The same while somebody wants a kind that never comes. */
    FRAME_PEEKED("frame-peeked", Family.PART),
    /** The same while somebody wants, and is shown, every packet. */
    FRAME_INFLATED("frame-inflated", Family.PART);

    /** Those that move bytes and do not look at them. */
    public static final Set<Contender> RELAYS =
            Collections.unmodifiableSet(EnumSet.of(DIRECT, HAPROXY_COPY, HAPROXY_SPLICE, OURS_COPY, OURS_SPLICE));

    /** Whose proxy it is. */
    public enum Family {
        /** None at all. */
        NONE,
        /** The peer that the aims name. */
        HAPROXY,
        /** The unpacked zip. */
        OURS,
        /** A part of the work, done by the driver itself. */
        PART
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
