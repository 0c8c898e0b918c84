// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import java.nio.ByteBuffer;

/** The answer of a {@link PluginMessageListener}. */
public sealed interface PluginMessageDecision {
    /** The message goes on. */
    record Pass() implements PluginMessageDecision {}

    /** The message goes no further. */
    record Drop() implements PluginMessageDecision {}

    /**
     * The message goes on with other data.
     *
     * @param data what is left in the buffer: at most what {@code serverbound_plugin_message_bytes} and
     *     {@code clientbound_plugin_message_bytes} allow (32,767 bytes to the server and 1 MiB to the client, if nobody has set
     *     them); more counts as a failure of the listener
     */
    record Replace(ByteBuffer data) implements PluginMessageDecision {}

    /**
     * The decision to let the message go on.
     *
     * @return a {@link Pass}
     */
    static PluginMessageDecision pass() {
        return new Pass();
    }

    /**
     * The decision to stop the message.
     *
     * @return a {@link Drop}
     */
    static PluginMessageDecision drop() {
        return new Drop();
    }

    /**
     * The decision to change the message.
     *
     * @param data the new data
     * @return a {@link Replace}
     */
    static PluginMessageDecision replace(ByteBuffer data) {
        return new Replace(data);
    }
}
