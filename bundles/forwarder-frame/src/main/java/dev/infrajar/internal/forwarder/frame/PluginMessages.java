// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.intercept.PacketLink;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.shared.PluginMessage;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the plugin messages of one direction to their limit, also those that nobody wants. Only packets that are larger than the
 * limit are looked at, whatever they are. Event loop only.
 */
final class PluginMessages {
    /** Bytes: id and channel, of which vanilla's own takes a few. A message with a longer channel is not read before it is refused. */
    private static final int HEAD_BYTES = 1024;

    private final CompressionBridge bridge;
    private final ByteBufAllocator allocator;
    private final int maxDataBytes;
    private final Optional<PacketFormat<PluginMessage>> inConfiguration;
    private final Optional<PacketFormat<PluginMessage>> inPlay;
    private @Nullable PacketFormat<PluginMessage> format;
    private int harmlessBytes = Integer.MAX_VALUE;

    /** In no phase yet. Looks up the messages of the session's dialect. */
    PluginMessages(PacketLink link, Direction direction, CompressionBridge bridge, ByteBufAllocator allocator) {
        this.bridge = bridge;
        this.allocator = allocator;
        this.maxDataBytes = link.limits().of(direction).pluginMessageBytes();
        boolean isServerbound = direction == Direction.SERVERBOUND;
        this.inConfiguration = link.dialect()
                .format(
                        isServerbound
                                ? ConfigurationPackets.SERVERBOUND_PLUGIN_MESSAGE
                                : ConfigurationPackets.CLIENTBOUND_PLUGIN_MESSAGE);
        this.inPlay = link.dialect()
                .format(
                        isServerbound
                                ? PlayPackets.SERVERBOUND_PLUGIN_MESSAGE
                                : PlayPackets.CLIENTBOUND_PLUGIN_MESSAGE);
    }

    /** The next packet belongs to another phase. */
    void enter(Phase phase) {
        format = of(phase).orElse(null);
        harmlessBytes = format == null ? Integer.MAX_VALUE : maxDataBytes;
    }

    /** A packet of more bytes has to be looked at. */
    int harmlessBytes() {
        return harmlessBytes;
    }

    /**
     * Looks at a packet that is larger than that.
     *
     * @param in holds what has arrived of its frame, whose head has been read
     * @param index where the frame begins
     * @param arrived how many bytes of it there are
     * @return whether it is allowed; if not, more of it must have arrived
     * @throws LimitException if it is a plugin message that is too long
     */
    boolean isAllowed(ByteBuf in, int index, int arrived) {
        PacketFormat<PluginMessage> messages = format;
        int id = bridge.id(in, index, arrived);
        if (messages == null || id != messages.id()) {
            return id != IdPeek.UNKNOWN;
        }
        if (bridge.head().packetBytes() - HEAD_BYTES > maxDataBytes) {
            throw LimitException.PLUGIN_MESSAGE;
        }
        if (arrived < bridge.head().frameBytes()) {
            return false;
        }
        checkData(messages, bridge.packet(in, index, allocator));
        return true;
    }

    private void checkData(PacketFormat<PluginMessage> messages, ByteBuf packet) {
        try {
            ByteBuf fields = packet.duplicate();
            VarInts.read(fields);
            if (messages.readFields(fields).data().length() > maxDataBytes) {
                throw LimitException.PLUGIN_MESSAGE;
            }
        } catch (WireException e) {
            // It is longer than the limit, and nobody can tell that its data are not.
            throw LimitException.PLUGIN_MESSAGE;
        } finally {
            packet.release();
        }
    }

    private Optional<PacketFormat<PluginMessage>> of(Phase phase) {
        return switch (phase) {
            case HANDSHAKE, STATUS, LOGIN -> Optional.empty();
            case CONFIGURATION -> inConfiguration;
            case PLAY -> inPlay;
        };
    }
}
