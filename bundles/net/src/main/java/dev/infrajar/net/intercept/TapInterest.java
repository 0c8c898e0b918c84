// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** The service properties {@code tap.*} of a {@link PacketTapFactory}. */
@ComponentPropertyType
public @interface TapInterest {
    /** The prefix of the property names. */
    String PREFIX_ = "tap.";

    /**
     * Names the tap among all: others order themselves by it, and the console shows it.
     *
     * @return lower-case words with dashes
     */
    String id();

    /**
     * The kinds of packets: phase, direction and name, for example {@code play clientbound system_chat}. A name that no
     * version has is reported, and the tap is not used.
     *
     * @return at least one
     */
    String[] kinds();

    /**
     * The largest packet that is wanted. Larger ones pass without being looked at, which is cheaper.
     *
     * @return bytes of id and fields
     */
    int maxBytes() default Integer.MAX_VALUE;

    /**
     * Ids of taps that are to see packets after this one.
     *
     * @return none by default; unknown ones are allowed
     */
    String[] before() default {};

    /**
     * Ids of taps that are to see packets before this one.
     *
     * @return none by default; unknown ones are allowed
     */
    String[] after() default {};

    /**
     * Orders taps that {@link #before} and {@link #after} leave open: lower ones see packets first.
     *
     * @return 0..255
     */
    int priority() default 128;

    /**
     * What becomes of a packet that the tap fails at: it passes if {@code true}, else it is dropped.
     *
     * @return open by default
     */
    boolean failOpen() default true;
}
