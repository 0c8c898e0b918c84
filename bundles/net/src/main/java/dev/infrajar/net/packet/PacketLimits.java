// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

import dev.infrajar.net.nbt.NbtLimits;
import java.time.Duration;

/**
 * How large packets may be. Sizes are those that a peer declares, so that they bind packets too which pass without being
 * inflated. Formats enforce those of plugin messages and trees where they read them; whoever moves frames enforces all but those of
 * trees, with {@link InflateBudget} for inflated bytes, and looks at packets that are too large for a plugin message. Sources of the defaults: vanilla's own checks and those of other proxies.
 *
 * @param frameBytes the most bytes of a frame's body, at most {@link dev.infrajar.net.wire.Frames#MAX_BODY_BYTES}
 * @param serverbound what clients may send
 * @param clientbound what backends may send
 * @param loginPluginBytes the most bytes of a login plugin message, either way
 * @param nbt what a tree may cost
 */
public record PacketLimits(
        int frameBytes, ForDirection serverbound, ForDirection clientbound, int loginPluginBytes, NbtLimits nbt) {
    /** Bytes: as much as a login had before there were login plugin messages. */
    private static final int LEAST_LOGIN_BYTES = 64 * 1024;

    /** Bytes: id, number and channel of a login plugin message. */
    private static final int LOGIN_PLUGIN_HEAD_BYTES = 1024;

    /**
     * The limits of one direction.
     *
     * @param inflatedBytes the most bytes of a compressed packet once inflated
     * @param inflatedBytesPerSecond the most bytes a second that the compressed packets of a connection may have once
     *     inflated, averaged over the window; 0: no limit
     * @param inflatedWindow the window of the average
     * @param pluginMessageBytes the most bytes of a plugin message
     */
    public record ForDirection(
            int inflatedBytes, long inflatedBytesPerSecond, Duration inflatedWindow, int pluginMessageBytes) {}

    /**
     * The most bytes of a packet in the login phase: a login plugin message is the largest. Its frame has no more either.
     *
     * @return bytes, at least 65 KiB
     */
    public int loginBytes() {
        return (int) Math.min(
                (long) Math.max(loginPluginBytes, LEAST_LOGIN_BYTES) + LOGIN_PLUGIN_HEAD_BYTES, Integer.MAX_VALUE);
    }

    /**
     * The limits of a direction.
     *
     * @param direction the direction
     * @return its limits
     */
    public ForDirection of(Direction direction) {
        return switch (direction) {
            case SERVERBOUND -> serverbound;
            case CLIENTBOUND -> clientbound;
        };
    }

    /** Where the limits come from: a service of the codec; thread-safe. */
    @FunctionalInterface
    public interface Source {
        /**
         * The limits for a session that starts now, and keeps them.
         *
         * @return the limits of the configuration in force
         */
        PacketLimits inForce();
    }
}
