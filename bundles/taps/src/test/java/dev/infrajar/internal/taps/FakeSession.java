// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.api.player.Player;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import net.kyori.adventure.text.Component;

/** A session with a loop of its own, on which tests call its chain. */
final class FakeSession implements TapSession, AutoCloseable {
    private static final long LIMIT_SECONDS = 10;

    final List<Integer> sent = new CopyOnWriteArrayList<>();
    private final Dialect dialect = new FakeDialects();
    private final EventLoop loop = new DefaultEventLoop();

    <T> T onLoop(Callable<T> call) {
        try {
            return loop.submit(call).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    void onLoop(Runnable call) {
        onLoop(() -> {
            call.run();
            return true;
        });
    }

    @Override
    public Player player() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public EventLoop loop() {
        return loop;
    }

    @Override
    public Phase phase(Direction direction) {
        return Phase.PLAY;
    }

    @Override
    public void send(Direction direction, ByteBuf packet) {
        sent.add(VarInts.read(packet));
        packet.release();
    }

    @Override
    public void disconnect(Component text, String reason) {}

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
