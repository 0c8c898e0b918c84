// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.packet;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** What a {@link PacketListener} declares: the service properties {@code packet.*}. */
@ComponentPropertyType
public @interface PacketInterest {
    /** The prefix of the property names. */
    String PREFIX_ = "packet.";

    /**
     * Names the listener among all: others order themselves by it, and the console shows it.
     *
     * @return lower-case words with dashes
     */
    String id();

    /**
     * The kinds of packets: phase ({@code login}, {@code configuration}, {@code play}), direction ({@code serverbound},
     * {@code clientbound}) and name, for example {@code play serverbound chat_message}.
     *
     * @return at least one
     */
    String[] kinds();

    /**
     * The largest packet that is wanted. Larger ones pass without being looked at.
     *
     * @return bytes of number and fields
     */
    int maxBytes() default Integer.MAX_VALUE;

    /**
     * Ids of listeners that are to see packets after this one.
     *
     * @return none by default; unknown ones are allowed
     */
    String[] before() default {};

    /**
     * Ids of listeners that are to see packets before this one.
     *
     * @return none by default; unknown ones are allowed
     */
    String[] after() default {};

    /**
     * Orders listeners that {@link #before} and {@link #after} leave open: lower ones see packets first.
     *
     * @return 0..255
     */
    int priority() default 128;

    /**
     * How long the listener may take for one packet. The player's packets of that direction wait as long.
     *
     * @return milliseconds, 1..3000
     */
    int limitMillis() default 500;

    /**
     * What becomes of a packet that the listener fails at, or does not answer about in time: it passes if {@code true}, else it is
     * dropped.
     *
     * @return open by default
     */
    boolean failOpen() default true;
}
