// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.intercept.Ciphers;
import dev.infrajar.net.intercept.PacketEnd;
import dev.infrajar.net.intercept.PacketForwarder;
import dev.infrajar.net.intercept.PacketForwarderFactory;
import dev.infrajar.net.intercept.PacketLink;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One session between two {@link EmbeddedDuplexChannel}s. Settings are made before {@link #start}.
 */
final class PacketFixture {
    /** The defaults of the configuration. */
    static final PacketLimits LIMITS = DefaultLimits.PACKETS;

    final EmbeddedDuplexChannel client = new EmbeddedDuplexChannel();
    final EmbeddedDuplexChannel backend = new EmbeddedDuplexChannel();
    final ScriptedTaps taps = new ScriptedTaps();
    private final ZlibCompression compression;
    private final PacketForwarderFactory factory;
    private final Dialect dialect;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private Phase phase = Phase.PLAY;
    private PacketLimits limits = LIMITS;
    private int clientThreshold = PacketEnd.NO_COMPRESSION;
    private int backendThreshold = PacketEnd.NO_COMPRESSION;
    private Optional<Ciphers> ciphers = Optional.empty();
    private ByteBuf early = Unpooled.EMPTY_BUFFER;
    private @Nullable PacketForwarder forwarder;

    PacketFixture(PacketForwarderFactory factory, Dialect dialect, ZlibCompression compression) {
        this.factory = factory;
        this.dialect = dialect;
        this.compression = compression;
    }

    PacketFixture thresholds(int ofClient, int ofBackend) {
        clientThreshold = ofClient;
        backendThreshold = ofBackend;
        return this;
    }

    PacketFixture phase(Phase newPhase) {
        phase = newPhase;
        return this;
    }

    PacketFixture limits(PacketLimits newLimits) {
        limits = newLimits;
        return this;
    }

    PacketFixture encrypted(Ciphers newCiphers) {
        ciphers = Optional.of(newCiphers);
        return this;
    }

    /** What the client had sent before. */
    PacketFixture earlyOfClient(byte[] bytes) {
        early = PooledByteBufAllocator.DEFAULT.directBuffer().writeBytes(bytes);
        return this;
    }

    PacketFixture start() {
        PacketForwarder made = factory.create(new PacketLink(
                new PacketEnd(new End(client, early, false), clientThreshold, ciphers),
                new PacketEnd(new End(backend, Unpooled.EMPTY_BUFFER, false), backendThreshold, Optional.empty()),
                dialect,
                phase,
                limits,
                compression,
                taps,
                this::ended,
                rejected::add));
        forwarder = made;
        made.start();
        return this;
    }

    PacketForwarder forwarder() {
        return Objects.requireNonNull(forwarder);
    }

    Dialect dialect() {
        return dialect;
    }

    boolean isOver() {
        return !outcomes.isEmpty();
    }

    /** Lets all timers of that time fire. */
    void advance(Duration time) {
        client.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
        backend.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
        client.runPendingTasks();
        backend.runPendingTasks();
    }

    /** The packets that the client has been sent. */
    List<byte[]> clientPackets(int threshold) {
        backend.runPendingTasks();
        return FrameBytes.packets(client.takeSent(), threshold);
    }

    /** The packets that the backend has been sent. */
    List<byte[]> backendPackets(int threshold) {
        client.runPendingTasks();
        return FrameBytes.packets(backend.takeSent(), threshold);
    }

    void assertEndedBy(Blame blame, String reason) {
        assertThat(outcomes).containsExactly(new Outcome.Failed(blame, reason));
        assertThat(rejected).as("counted").containsExactly(blame.name().toLowerCase(Locale.ROOT) + ": " + reason);
    }

    void assertOutcome(Outcome expected) {
        assertThat(outcomes).containsExactly(expected);
    }

    void assertEndedByPeerIfAtAll(Blame peer) {
        assertThat(outcomes).hasSizeLessThanOrEqualTo(1).allSatisfy(outcome -> assertThat(outcome)
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.blame())
                        .isEqualTo(peer)));
    }

    void assertGoesOn() {
        assertThat(outcomes).isEmpty();
    }

    /** Ends the session if it has not ended, and looks at what it has left behind. */
    void close() {
        PacketForwarder running = forwarder;
        if (running != null && !isOver()) {
            running.abort(new Outcome.Failed(Blame.PROXY, "end of the test"));
        }
        client.takeSent();
        backend.takeSent();
        client.finishAndReleaseAll();
        backend.finishAndReleaseAll();
        assertThat(outcomes).as("outcomes").hasSize(forwarder == null ? 0 : 1);
    }

    private void ended(Outcome outcome) {
        outcomes.add(outcome);
        client.runPendingTasks();
        // A write that fails by the close would be an error of the test's.
        client.stall(false);
        backend.stall(false);
        var _ = client.close();
        var _ = backend.close();
    }
}
