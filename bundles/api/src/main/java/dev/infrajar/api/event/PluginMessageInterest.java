// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * What a {@link PluginMessageListener} may declare: the service property {@code pluginMessage.channels}. Without it the listener is
 * asked about every message.
 */
@ComponentPropertyType
public @interface PluginMessageInterest {
    /** The prefix of the property names. */
    String PREFIX_ = "pluginMessage.";

    /**
     * The channels of the messages that the listener is asked about; all others pass it by without waiting.
     *
     * @return names as they come, for example {@code minecraft:brand}, and {@code MC|Brand} for versions before 1.13; none: all
     */
    String[] channels() default {};
}
