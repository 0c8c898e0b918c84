// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.micro;

import dev.infrajar.internal.taps.TapRegistry;
import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.TapChain;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.whiteboard.Candidate;
import dev.infrajar.net.whiteboard.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a session pays for a packet that taps want, and for being opened. {@code -prof gc} shows that packets allocate nothing.
 * Aims: a chain nobody is in at most 7 ns; each tap that does nothing at most 1.25 ns if all are of one class, 6 ns if of eight.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class TapChainBenchmark {
    private static final int WANTED = 42;

    /** How many taps want the packet, and of how many classes they are. */
    @Param({"0x1", "1x1", "8x1", "8x8"})
    public String taps = "0x1";

    /** Whether every call is timed, or one of 64. */
    @Param({"false", "true"})
    public boolean isEveryCallTimed;

    private final TapStage stage = new TapStage();
    private final TapRegistry registry = new TapRegistry();
    private final TappedPacket packet = new TapStage.Packet(WANTED);
    private TapChain chain = TapChain.NONE;

    /** Registers the taps. */
    @Setup
    public void prepare() {
        registry.speak(stage);
        registry.timeEveryCall(isEveryCallTimed);
        String[] shape = taps.split("x", -1);
        int classes = Integer.parseInt(shape[1]);
        for (int i = 0; i < Integer.parseInt(shape[0]); i++) {
            PacketTap tap = taps().get(i % classes);
            registry.put(new Candidate<>(
                    i,
                    new Origin("bench", 1),
                    Map.of("tap.id", "t" + i, "tap.kinds", "play clientbound p" + WANTED),
                    Optional.of(session -> Optional.of(tap))));
        }
        chain = registry.open(stage);
    }

    /** Ends the loop's thread, if it has one. */
    @TearDown
    public void close() {
        stage.loop().shutdownGracefully();
    }

    /** Eight classes, as a lambda is one each. */
    private static List<PacketTap> taps() {
        return List.of(p -> {}, p -> {}, p -> {}, p -> {}, p -> {}, p -> {}, p -> {}, p -> {});
    }

    /** Shows a packet. */
    @Benchmark
    public void packet() {
        chain.packet(packet);
    }

    /**
     * Makes and ends the chain of a session, with the ids it wants.
     *
     * @return whether it wants any
     */
    @Benchmark
    public boolean session() {
        TapChain opened = registry.open(stage);
        boolean isEmpty = opened.wanted(Phase.PLAY, Direction.CLIENTBOUND).isEmpty();
        opened.closed();
        return isEmpty;
    }
}
