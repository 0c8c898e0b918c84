// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.player.Player;
import dev.infrajar.net.intercept.TapChain;
import dev.infrajar.net.intercept.TapChains;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.IdSet;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import net.kyori.adventure.text.Component;
import org.junit.jupiter.api.Test;

class LiveTapsTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final List<String> notes = new ArrayList<>();
    private final LiveTaps taps = new LiveTaps();

    /** A registry whose chains want one packet and note what they are told. */
    private TapChains registry(String name, int wanted) {
        return session -> {
            notes.add(name + " opened");
            return new TapChain() {
                @Override
                public IdSet wanted(Phase phase, Direction direction) {
                    return IdSet.of(wanted);
                }

                @Override
                public int maxBytes(Phase phase, Direction direction) {
                    return wanted;
                }

                @Override
                public void packet(TappedPacket packet) {
                    throw new AssertionError("no packets here");
                }

                @Override
                public int version() {
                    return 0;
                }

                @Override
                public void phaseChanged(Direction direction, Phase phase) {
                    notes.add(name + " in " + phase);
                }

                @Override
                public void closed() {
                    notes.add(name + " closed");
                }
            };
        };
    }

    private LiveChain open() {
        return taps.open(new LoopOnly(channel.eventLoop()));
    }

    @Test
    void runningSessionTurnsToTheRegistryThatTakesThePlaceOfAnother() {
        taps.follow(registry("old", 1));
        LiveChain chain = open();
        int before = chain.version();

        taps.follow(registry("new", 2));
        channel.runPendingTasks();

        assertThat(notes).containsExactly("old opened", "old closed", "new opened");
        assertThat(chain.wanted(Phase.PLAY, Direction.CLIENTBOUND)).isEqualTo(IdSet.of(2));
        assertThat(chain.maxBytes(Phase.PLAY, Direction.CLIENTBOUND)).isEqualTo(2);
        assertThat(chain.version()).as("what tells the forwarder to ask again").isGreaterThan(before);
    }

    @Test
    void sessionThatBeginsUsesTheLatestRegistryAtOnce() {
        taps.follow(registry("old", 1));
        taps.follow(registry("new", 2));

        LiveChain chain = open();
        chain.phaseChanged(Direction.CLIENTBOUND, Phase.PLAY);

        assertThat(notes).containsExactly("new opened", "new in play");
    }

    @Test
    void sessionThatIsOverTurnsToNobody() {
        taps.follow(registry("old", 1));
        LiveChain chain = open();
        chain.closed();
        chain.closed();

        taps.follow(registry("new", 2));
        channel.runPendingTasks();

        assertThat(notes).containsExactly("old opened", "old closed");
    }

    @Test
    void saysWhenTheLastSessionIsOver() {
        LiveChain one = open();
        LiveChain other = open();
        taps.whenEmpty(() -> notes.add("empty"));

        one.closed();
        assertThat(notes).isEmpty();
        other.closed();
        assertThat(notes).containsExactly("empty");

        taps.whenEmpty(() -> notes.add("empty already"));
        assertThat(notes).containsExactly("empty", "empty already");
    }

    /** All that is asked of a session here. */
    private record LoopOnly(EventLoop loop) implements TapSession {
        @Override
        public Player player() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Dialect dialect() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Phase phase(Direction direction) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void send(Direction direction, ByteBuf packet) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void disconnect(Component text, String reason) {
            throw new UnsupportedOperationException();
        }
    }
}
