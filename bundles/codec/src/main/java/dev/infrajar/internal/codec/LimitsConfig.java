// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import dev.infrajar.net.nbt.NbtLimits;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.wire.Frames;
import java.time.Duration;

/**
 * The table {@code [limits]}. Defaults are those of vanilla where it has one, else what other proxies use.
 *
 * @param frameBytes a frame's body
 * @param serverboundInflatedBytes an inflated packet of a client
 * @param clientboundInflatedBytes an inflated packet of a backend
 * @param serverboundInflatedBytesPerSecond all inflated packets of a client
 * @param clientboundInflatedBytesPerSecond all inflated packets of a backend
 * @param inflatedWindow what the rates are averaged over
 * @param serverboundPluginMessageBytes a plugin message of a client
 * @param clientboundPluginMessageBytes a plugin message of a backend
 * @param loginPluginBytes a login plugin message
 * @param nbtDepth a tree
 * @param nbtBytes a tree
 */
@ConfigSection(id = LimitsConfig.ID, table = "limits")
record LimitsConfig(
        @Key(
                byDefault = "2097151",
                doc = "The most bytes of a frame on the wire, 256 to 2097151, which is all that fits.")
        int frameBytes,

        @Key(
                byDefault = "2097152",
                doc = "The most bytes of a packet that a client sends compressed, once it is inflated.")
        int serverboundInflatedBytes,

        @Key(
                byDefault = "8388608",
                doc = "The most bytes of a packet that a backend sends compressed, once it is inflated.")
        int clientboundInflatedBytes,

        @Key(
                byDefault = "5242880",
                doc = "The most bytes a second of a client's compressed packets, once they are inflated; 0: no limit.")
        long serverboundInflatedBytesPerSecond,

        @Key(
                byDefault = "0",
                doc = "The most bytes a second of a backend's compressed packets, once they are inflated; 0: no limit.")
        long clientboundInflatedBytesPerSecond,

        @Key(
                byDefault = "\"7s\"",
                doc = "The time that bytes a second are averaged over: so many seconds' worth may come at once.")
        Duration inflatedWindow,

        @Key(
                byDefault = "32767",
                doc =
                        "The most bytes of a plugin message of a client; a longer one ends the session. Some mods need more.")
        int serverboundPluginMessageBytes,

        @Key(
                byDefault = "1048576",
                doc = "The most bytes of a plugin message of a backend; a longer one ends the session.")
        int clientboundPluginMessageBytes,

        @Key(
                byDefault = "1048576",
                doc =
                        "The most bytes of a login plugin message, either way. Some mod loaders need more. Where client and"
                                + " backend do their login themselves (`offline`), 65536 are allowed always: nobody reads"
                                + " what is smaller.")
        int loginPluginBytes,

        @Key(byDefault = "512", doc = "The most lists and compounds inside each other in NBT that is read, 1 to 512.")
        int nbtDepth,

        @Key(
                byDefault = "16777216",
                doc = "The most memory in bytes that one NBT value may take when it is read, as estimated.")
        long nbtBytes) {
    static final String ID = "limits";

    private static final int MIN_FRAME_BYTES = 256;

    LimitsConfig {
        requireBetween("frame_bytes", frameBytes, MIN_FRAME_BYTES, Frames.MAX_BODY_BYTES);
        requireAtLeastOne("serverbound_inflated_bytes", serverboundInflatedBytes);
        requireAtLeastOne("clientbound_inflated_bytes", clientboundInflatedBytes);
        requireRate("serverbound_inflated_bytes_per_second", serverboundInflatedBytesPerSecond);
        requireRate("clientbound_inflated_bytes_per_second", clientboundInflatedBytesPerSecond);
        if (inflatedWindow.compareTo(Duration.ofMillis(100)) < 0 || inflatedWindow.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("inflated_window = " + inflatedWindow + ", must be 100ms to 1h");
        }
        requireAtLeastOne("serverbound_plugin_message_bytes", serverboundPluginMessageBytes);
        requireAtLeastOne("clientbound_plugin_message_bytes", clientboundPluginMessageBytes);
        requireAtLeastOne("login_plugin_bytes", loginPluginBytes);
        requireBetween("nbt_depth", nbtDepth, 1, NbtLimits.MAX_DEPTH);
        requireAtLeastOne("nbt_bytes", nbtBytes);
    }

    private static void requireBetween(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + " = " + value + ", must be " + least + " to " + most);
        }
    }

    private static void requireAtLeastOne(String key, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(key + " = " + value + ", must be at least 1");
        }
    }

    private static void requireRate(String key, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(key + " = " + value + ", must be at least 0");
        }
    }

    /** The same as other bundles see it. */
    PacketLimits toLimits() {
        return new PacketLimits(
                frameBytes,
                new PacketLimits.ForDirection(
                        serverboundInflatedBytes,
                        serverboundInflatedBytesPerSecond,
                        inflatedWindow,
                        serverboundPluginMessageBytes),
                new PacketLimits.ForDirection(
                        clientboundInflatedBytes,
                        clientboundInflatedBytesPerSecond,
                        inflatedWindow,
                        clientboundPluginMessageBytes),
                loginPluginBytes,
                new NbtLimits(nbtDepth, nbtBytes));
    }
}
