// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

/** Service properties of a {@link PacketTapFactory} that somebody registers for a plugin: the plugin is shown, and blamed. */
public final class TapOwner {
    /** The symbolic name of the plugin's bundle, a string. */
    public static final String BUNDLE = "tap.owner";

    /** The number of the plugin's bundle in this framework, a long. */
    public static final String BUNDLE_ID = "tap.owner.id";

    /** What the plugin's own declaration has in the place of {@code tap.}, for messages about it; a string. */
    public static final String PREFIX = "tap.owner.prefix";

    private TapOwner() {}
}
