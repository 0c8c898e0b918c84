// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.micro;

import dev.infrajar.internal.codec.BandDialects;
import dev.infrajar.internal.forwarder.copy.CopyForwarderFactory;
import dev.infrajar.internal.forwarder.frame.FrameForwarderFactory;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.forward.Link;
import dev.infrajar.net.intercept.PacketEnd;
import dev.infrajar.net.intercept.PacketLink;
import dev.infrajar.net.intercept.TapChain;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.nbt.NbtLimits;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.IdSet;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.util.ResourceLeakDetector;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The price of one frame through a whole forwarder, without sockets: {@value #FRAMES} come in one read. Both ends compress from
 * 256 bytes on. {@code copy} is the forwarder of bytes, for the part that Netty takes; {@code none} passes frames that nobody
 * wants; {@code peek} those of which somebody wants an id that never comes; {@code all} inflates and shows every one.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class FrameForwarderBenchmark {
    private static final int FRAMES = 16;
    private static final int THRESHOLD = 256;
    private static final int NEWEST = 775;

    /** Bytes of a packet. */
    @Param({"60", "300", "1000", "4000", "16384", "65536"})
    public int packetBytes;

    /** Who looks. */
    @Param({"copy", "none", "peek", "all"})
    public String interest = "none";

    /** What inflates. */
    @Param({"libdeflate", "jdk"})
    public String compression = "libdeflate";

    private final DiscardingChannel client = new DiscardingChannel();
    private final DiscardingChannel backend = new DiscardingChannel();
    private byte[] stream = {};

    /** Wants one id. */
    private record Wanting(int id) implements TapChain {
        @Override
        public IdSet wanted(Phase phase, Direction direction) {
            return IdSet.of(id);
        }

        @Override
        public int maxBytes(Phase phase, Direction direction) {
            return Integer.MAX_VALUE;
        }

        @Override
        public void packet(TappedPacket packet) {
            // Looks at nothing: what is measured is what it takes to be shown a packet.
        }
    }

    /** Starts a session. */
    @Setup
    public void prepare() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        stream = ForwardedFrames.stream(FRAMES, packetBytes, THRESHOLD);
        End ofClient = new End(client, Unpooled.EMPTY_BUFFER, false);
        End ofBackend = new End(backend, Unpooled.EMPTY_BUFFER, false);
        if ("copy".equals(interest)) {
            new CopyForwarderFactory()
                    .create(new Link(ofClient, ofBackend, outcome -> {}))
                    .start();
        } else {
            new FrameForwarderFactory().create(link(ofClient, ofBackend)).start();
        }
    }

    /**
     * One read.
     *
     * @return the client's channel, which has been sent it
     */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public Object frame() {
        ByteBuf chunk =
                PooledByteBufAllocator.DEFAULT.directBuffer(stream.length).writeBytes(stream);
        backend.pipeline().fireChannelRead(chunk);
        backend.pipeline().fireChannelReadComplete();
        return client;
    }

    private PacketLink link(End ofClient, End ofBackend) {
        return new PacketLink(
                new PacketEnd(ofClient, THRESHOLD, Optional.empty()),
                new PacketEnd(ofBackend, THRESHOLD, Optional.empty()),
                newest(),
                Phase.PLAY,
                limits(),
                Compressions.of(compression),
                taps(),
                outcome -> {
                    throw new IllegalStateException(outcome.toString());
                });
    }

    private TapChain taps() {
        return switch (interest) {
            case "none" -> TapChain.NONE;
            case "peek" -> new Wanting(ForwardedFrames.ID + 1);
            case "all" -> new Wanting(ForwardedFrames.ID);
            default -> throw new IllegalArgumentException(interest);
        };
    }

    private static Dialect newest() {
        return BandDialects.load(FrameForwarderBenchmark::limits)
                .of(NEWEST)
                .dialect()
                .orElseThrow();
    }

    private static PacketLimits limits() {
        Duration window = Duration.ofSeconds(7);
        PacketLimits.ForDirection unlimited = new PacketLimits.ForDirection(1 << 23, 0, window, 1 << 20);
        return new PacketLimits(2_097_151, unlimited, unlimited, 1 << 20, new NbtLimits(512, 1 << 24));
    }
}
