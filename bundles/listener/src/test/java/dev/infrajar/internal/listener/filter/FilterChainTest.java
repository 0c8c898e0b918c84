// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.api.server.Server;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.filter.AcceptVerdict;
import dev.infrajar.net.filter.ByteFilters;
import dev.infrajar.net.filter.BytesVerdict;
import dev.infrajar.net.filter.FilterEnd;
import dev.infrajar.net.filter.FilteredException;
import dev.infrajar.net.filter.FilteredRoute;
import dev.infrajar.net.packet.Direction;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilterChainTest {
    private static final FilteredRoute ROUTE = new FilteredRoute(12, new GameServer());

    private final FilterRig rig = new FilterRig();

    @AfterEach
    void releasesEverything() {
        rig.close();
    }

    @Test
    void showsBothDirectionsAndCountsThem() {
        NotingFilter filter = NotingFilter.passing();
        rig.watch("a", filter, FilterRig.BOTH);
        EmbeddedChannel channel = rig.connect();

        assertThat(rig.receive(channel, "hello")).isEqualTo("hello");
        assertThat(rig.send(channel, "bye")).isEqualTo("bye");
        channel.close();

        assertThat(filter.fromClient).containsExactly("hello");
        assertThat(filter.toClient).containsExactly("bye");
        assertThat(filter.ends).containsExactly(new FilterEnd(FilterEnd.Cause.CLOSED, 5, 3));
    }

    @Test
    void showsOnlyTheDirectionThatIsAskedFor() {
        NotingFilter filter = NotingFilter.passing();
        rig.watch("a", filter, Set.of(Direction.CLIENTBOUND));
        EmbeddedChannel channel = rig.connect();

        rig.receive(channel, "hello");
        rig.send(channel, "bye");

        assertThat(filter.fromClient).isEmpty();
        assertThat(filter.toClient).containsExactly("bye");
    }

    @Test
    void showsReadOnlyBytes() {
        rig.watch(
                "a", NotingFilter.answering(bytes -> new BytesVerdict.Replace(bytes.setByte(0, 'j'))), FilterRig.BOTH);

        assertThat(rig.receive(rig.connect(), "hello")).isEqualTo("hello");
        assertThat(rig.registry.costs()).extracting(ListenerCost::failures).containsExactly(1L);
    }

    @Test
    void showsLaterFiltersWhatEarlierOnesPutInThePlace() {
        NotingFilter later = NotingFilter.passing();
        rig.watch("a", NotingFilter.answering(bytes -> new BytesVerdict.Replace(rig.buffer("other"))), FilterRig.BOTH);
        rig.watch("b", later, FilterRig.BOTH);
        EmbeddedChannel channel = rig.connect();

        assertThat(rig.receive(channel, "hi")).isEqualTo("other");
        assertThat(rig.send(channel, "bye")).isEqualTo("other");
        channel.close();

        assertThat(later.fromClient).containsExactly("other");
        assertThat(later.toClient).containsExactly("other");
        assertThat(later.ends).containsExactly(new FilterEnd(FilterEnd.Cause.CLOSED, 2, 5));
    }

    @Test
    void givesOnWhatMayBeWrittenTo() {
        rig.watch(
                "a",
                NotingFilter.answering(bytes -> new BytesVerdict.Replace(bytes.retainedSlice(1, 2))),
                Set.of(Direction.SERVERBOUND));
        EmbeddedChannel channel = rig.connect();

        channel.writeInbound(rig.buffer("abcd"));
        ByteBuf passed = channel.readInbound();

        assertThat(passed.isReadOnly()).isFalse();
        assertThat(passed.readableBytes()).isEqualTo(2);
        passed.release();
    }

    @Test
    void passesNothingOnWhereNothingIsLeft() {
        rig.watch(
                "a", NotingFilter.answering(bytes -> new BytesVerdict.Replace(Unpooled.EMPTY_BUFFER)), FilterRig.BOTH);
        EmbeddedChannel channel = rig.connect();

        assertThat(rig.receive(channel, "hello")).isEmpty();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void refusesAReplacementThatHasBeenReleased() {
        rig.watch(
                "a",
                NotingFilter.answering(bytes -> {
                    ByteBuf released = Unpooled.buffer().writeByte(1);
                    released.release();
                    return new BytesVerdict.Replace(released);
                }),
                FilterRig.BOTH);

        assertThat(rig.receive(rig.connect(), "hello")).isEqualTo("hello");
        assertThat(rig.registry.costs()).extracting(ListenerCost::failures).containsExactly(1L);
    }

    @Test
    void closesForBytesOfTheClient() {
        NotingFilter filter = NotingFilter.answering(bytes -> new BytesVerdict.Close("evil bytes"));
        rig.watch("a", filter, FilterRig.BOTH);
        EmbeddedChannel channel = rig.connect();

        assertThat(rig.receive(channel, "evil")).isEmpty();

        assertThat(channel.isOpen()).isFalse();
        assertThat(rig.failures())
                .singleElement()
                .isInstanceOf(FilteredException.class)
                .hasToString("closed by the transport filter a: evil bytes");
        assertThat(rig.registry.counts()).containsExactly(Map.entry("transport filter a: evil bytes", 1L));
        assertThat(filter.ends).containsExactly(new FilterEnd(FilterEnd.Cause.FILTERED, 4, 0));
    }

    @Test
    void closesForBytesToTheClientWhenWhoWritesIsDone() {
        rig.watch("a", NotingFilter.answering(bytes -> new BytesVerdict.Close("secret")), FilterRig.BOTH);
        EmbeddedChannel channel = rig.connect();
        ChannelHandlerContext last = channel.pipeline().lastContext();

        ChannelFuture first = last.write(rig.buffer("secret"));
        ChannelFuture second = last.write(rig.buffer("more"), channel.voidPromise());
        assertThat(channel.isOpen()).isTrue();
        channel.runPendingTasks();

        assertThat(channel.isOpen()).isFalse();
        assertThat(first.isDone()).isTrue();
        assertThat(second).isSameAs(channel.voidPromise());
        assertThat(channel.<ByteBuf>readOutbound()).isNull();
        assertThat(rig.registry.counts()).containsExactly(Map.entry("transport filter a: secret", 1L));
    }

    @Test
    void completesAnEmptyWriteWithoutShowingIt() {
        NotingFilter filter = NotingFilter.passing();
        rig.watch("a", filter, FilterRig.BOTH);
        EmbeddedChannel channel = rig.connect();

        assertThat(channel.writeAndFlush(Unpooled.EMPTY_BUFFER).isSuccess()).isTrue();
        assertThat(filter.toClient).isEmpty();
    }

    @Test
    void passesByAFilterThatFails() {
        NotingFilter later = NotingFilter.passing();
        rig.watch(
                "a",
                NotingFilter.answering(bytes -> {
                    throw new NoClassDefFoundError("com/example/Gone");
                }),
                FilterRig.BOTH);
        rig.watch("b", later, FilterRig.BOTH);

        assertThat(rig.receive(rig.connect(), "hello")).isEqualTo("hello");
        assertThat(later.fromClient).containsExactly("hello");
    }

    @Test
    void closesWhereAFilterFailsThatMustNotBePassedBy() {
        NotingFilter failing = NotingFilter.answering(bytes -> {
            throw new IllegalStateException("boom");
        });
        rig.add(
                "a",
                Map.of("filter.failOpen", false),
                connection -> new AcceptVerdict.Watch(failing, Set.of(Direction.SERVERBOUND)));
        EmbeddedChannel channel = rig.connect();

        assertThat(rig.receive(channel, "hello")).isEmpty();
        assertThat(channel.isOpen()).isFalse();
        assertThat(rig.registry.counts()).containsExactly(Map.entry("transport filter a: it failed", 1L));
    }

    @Test
    void leavesThePipelineWhenNobodyWantsBytesOfTheServer() {
        NotingFilter filter = NotingFilter.untilRouted();
        rig.watch("a", filter, FilterRig.BOTH);
        EmbeddedChannel channel = rig.connect();
        rig.receive(channel, "hello");

        ByteFilters.routed(channel, ROUTE);
        rig.receive(channel, "more");
        channel.close();

        assertThat(filter.routes).containsExactly(ROUTE);
        assertThat(filter.fromClient).containsExactly("hello");
        assertThat(filter.ends).containsExactly(new FilterEnd(FilterEnd.Cause.CLOSED, 5, 0));
    }

    @Test
    void staysInThePipelineForWhoWantsBytesOfTheServer() {
        NotingFilter filter = NotingFilter.passing();
        rig.watch("a", NotingFilter.untilRouted(), FilterRig.BOTH);
        rig.watch("b", filter, Set.of(Direction.SERVERBOUND));
        EmbeddedChannel channel = rig.connect();

        ByteFilters.routed(channel, ROUTE);

        assertThat(FilterRig.isFiltered(channel)).isTrue();
        rig.receive(channel, "hello");
        assertThat(filter.fromClient).containsExactly("hello");
    }

    /** A server as its file may describe it. */
    private record GameServer() implements Server {
        @Override
        public String id() {
            return "game";
        }

        @Override
        public List<String> domains() {
            return List.of("game.test");
        }

        @Override
        public List<String> addressTexts() {
            return List.of("127.0.0.1:25566");
        }

        @Override
        public ProxyMode proxyMode() {
            return ProxyMode.ZERO_COPY;
        }

        @Override
        public int maxPlayers() {
            return 0;
        }
    }
}
