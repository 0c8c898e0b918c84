// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import dev.infrajar.net.intercept.TapChain;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.IdSet;
import dev.infrajar.net.packet.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A chain that wants what a test says, does with it what a test says, and writes down what it is told. */
final class ScriptedTaps implements TapChain {
    private final List<String> events = new ArrayList<>();
    private IdSet wanted = IdSet.NONE;
    private int maxBytes = Integer.MAX_VALUE;
    private int version;
    private Consumer<TappedPacket> script = packet -> {};
    private Consumer<TappedPacket> resumedScript = packet -> {};

    /** Wants these ids, in all phases and directions. */
    ScriptedTaps want(int... ids) {
        wanted = IdSet.of(ids);
        version++;
        return this;
    }

    /** Wants no larger packets. */
    ScriptedTaps upTo(int bytes) {
        maxBytes = bytes;
        version++;
        return this;
    }

    /** What is done with each packet. */
    ScriptedTaps then(Consumer<TappedPacket> newScript) {
        script = newScript;
        return this;
    }

    /** What is done with each packet that goes on after it was held. */
    ScriptedTaps thenResumed(Consumer<TappedPacket> newScript) {
        resumedScript = newScript;
        return this;
    }

    /** What has happened, in its order. */
    List<String> events() {
        return events;
    }

    @Override
    public IdSet wanted(Phase phase, Direction direction) {
        return wanted;
    }

    @Override
    public int maxBytes(Phase phase, Direction direction) {
        return maxBytes;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public void packet(TappedPacket packet) {
        events.add(packet.phase() + " " + packet.direction() + " " + packet.id());
        script.accept(packet);
    }

    @Override
    public void resumed(TappedPacket packet) {
        events.add("resumed " + packet.id());
        resumedScript.accept(packet);
    }

    @Override
    public void phaseChanged(Direction direction, Phase phase) {
        events.add(direction + " enters " + phase);
    }

    @Override
    public void compressionChanged(Direction direction, int threshold) {
        events.add(direction + " compresses from " + threshold);
    }

    @Override
    public void closed() {
        events.add("closed");
    }
}
