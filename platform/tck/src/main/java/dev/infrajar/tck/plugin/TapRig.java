// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck.plugin;

import dev.infrajar.api.player.Player;
import dev.infrajar.net.intercept.PacketEnd;
import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.PacketTapFactory;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.KnownProtocol;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.PacketTable;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.tck.DefaultLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.kyori.adventure.text.Component;

/**
 * A session that shows packets to one tap of tier N. Everything happens on the calling thread, which counts as the event loop; what
 * the tap puts off is done before {@link #show} returns.
 */
public final class TapRig implements TapSession, Dialect, AutoCloseable {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final List<PacketTable> tables = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final Player player;
    private final Map<Direction, Phase> phases = new EnumMap<>(Direction.class);
    private Optional<PacketTap> tap = Optional.empty();
    private Optional<Component> disconnectText = Optional.empty();

    /**
     * A session without packets and without a tap.
     *
     * @param player whose it is
     */
    public TapRig(Player player) {
        this.player = player;
    }

    /**
     * Gives the session's version packets. Their numbers are 0, 1, ...
     *
     * @param phase the phase
     * @param direction the direction
     * @param names what they are called
     * @return this
     */
    public TapRig withPackets(Phase phase, Direction direction, String... names) {
        tables.removeIf(table -> table.phase() == phase && table.direction() == direction);
        tables.add(PacketTable.of(phase, direction, Arrays.asList(names)));
        return this;
    }

    /**
     * Makes the tap.
     *
     * @param factory the plugin's
     * @return this
     */
    public TapRig with(PacketTapFactory factory) {
        tap = factory.create(this);
        return this;
    }

    /**
     * Whether the factory has made a tap for the session.
     *
     * @return whether it has
     */
    public boolean hasTap() {
        return tap.isPresent();
    }

    /**
     * Shows a packet to the tap, if it has one.
     *
     * @param kind what it is
     * @param fields its fields
     * @return what has become of it
     */
    public ShownPacket show(PacketKind kind, byte... fields) {
        OptionalInt id = table(kind.phase(), kind.direction()).idOf(kind);
        ShownPacket packet = new ShownPacket(kind, id.orElseThrow(), fields);
        tap.ifPresent(taking -> taking.packet(packet));
        channel.runPendingTasks();
        return packet;
    }

    /**
     * Lets a direction change its phase, and tells the tap. Before there is one: the phase that it finds. Both directions begin in play.
     *
     * @param direction the direction
     * @param phase the phase of its next packet
     * @return this
     */
    public TapRig enter(Direction direction, Phase phase) {
        phases.put(direction, phase);
        tap.ifPresent(told -> told.phaseChanged(direction, phase));
        channel.runPendingTasks();
        return this;
    }

    /**
     * Tells the tap that a connection compresses from now on.
     *
     * @param direction clientbound: that to the client; serverbound: that to the backend
     * @param threshold the new threshold, {@link PacketEnd#NO_COMPRESSION} for none
     * @return this
     */
    public TapRig compress(Direction direction, int threshold) {
        tap.ifPresent(told -> told.compressionChanged(direction, threshold));
        channel.runPendingTasks();
        return this;
    }

    /**
     * What the tap has sent on its own, and not beside a packet.
     *
     * @return direction and bytes in hexadecimal: {@code clientbound 1a00}
     */
    public List<String> sent() {
        return List.copyOf(sent);
    }

    /**
     * What the player reads whom the tap has disconnected.
     *
     * @return empty if it has not
     */
    public Optional<Component> disconnectText() {
        return disconnectText;
    }

    @Override
    public Player player() {
        return player;
    }

    @Override
    public Dialect dialect() {
        return this;
    }

    @Override
    public EventLoop loop() {
        return channel.eventLoop();
    }

    @Override
    public Phase phase(Direction direction) {
        return phases.getOrDefault(direction, Phase.PLAY);
    }

    @Override
    public void send(Direction direction, ByteBuf packet) {
        sent.add(direction + " " + ByteBufUtil.hexDump(packet));
        packet.release();
    }

    @Override
    public void disconnect(Component text, String reason) {
        disconnectText = Optional.of(text);
    }

    @Override
    public KnownProtocol protocol() {
        return new KnownProtocol(player.protocol(), List.of("test"));
    }

    @Override
    public PacketTable table(Phase phase, Direction direction) {
        return tables.stream()
                .filter(table -> table.phase() == phase && table.direction() == direction)
                .findFirst()
                .orElseGet(() -> PacketTable.of(phase, direction, List.of()));
    }

    /** Those of an operator who changes none. */
    @Override
    public PacketLimits limits() {
        return DefaultLimits.PACKETS;
    }

    /** None: a rig knows packets by name. */
    @Override
    public <P> Optional<PacketFormat<P>> format(PacketType<P> type) {
        return Optional.empty();
    }

    /** Ends the session. */
    @Override
    public void close() {
        tap.ifPresent(PacketTap::closed);
        tap = Optional.empty();
        channel.finishAndReleaseAll();
    }
}
