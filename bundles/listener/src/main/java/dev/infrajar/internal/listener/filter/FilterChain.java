// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener.filter;

import dev.infrajar.net.filter.AcceptVerdict;
import dev.infrajar.net.filter.BytesVerdict;
import dev.infrajar.net.filter.FilterEnd;
import dev.infrajar.net.filter.FilteredConnection;
import dev.infrajar.net.filter.FilteredException;
import dev.infrajar.net.filter.FilteredRoute;
import dev.infrajar.net.packet.Direction;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The filters of one connection. On its event loop. */
final class FilterChain {
    private static final Logger LOG = LoggerFactory.getLogger(FilterChain.class);
    private static final Watch[] NOBODY = {};

    private final Channel channel;
    private final FilteredConnection connection;
    private final EventLoop loop;
    private final FilterTally tally;
    private final Consumer<FilterChain> ended;
    private final FilterHandler handler = new FilterHandler(this);
    private List<Watch> watches = List.of();
    private Watch[] ofClient = NOBODY;
    private Watch[] ofServer = NOBODY;
    private long clientBytes;
    private long serverBytes;
    private int timedOneOf = FilterSnapshot.SAMPLE;
    private int untilTimed;
    private boolean isFiltered;

    /**
     * A chain without filters.
     *
     * @param channel the client's
     * @param connection the same as filters see it
     * @param tally counts what filters refuse and close
     * @param ended is told when no filter is left
     */
    FilterChain(Channel channel, FilteredConnection connection, FilterTally tally, Consumer<FilterChain> ended) {
        this.channel = channel;
        this.connection = connection;
        this.loop = channel.eventLoop();
        this.tally = tally;
        this.ended = ended;
    }

    /** Callable from any thread. */
    EventLoop loop() {
        return loop;
    }

    /** Asks the filters, and joins the pipeline if one of them wants bytes; {@code false} if one of them refuses. */
    boolean accept(FilterSnapshot snapshot) {
        timedOneOf = snapshot.timedOneOf();
        // Each connection begins somewhere else, or what comes once in a connection would never be timed.
        untilTimed = ThreadLocalRandom.current().nextInt(timedOneOf);
        List<Watch> asked = new ArrayList<>();
        for (FilterEntry entry : snapshot.entries()) {
            switch (entry.accept(connection, untilTimed == 0)) {
                case AcceptVerdict.Pass() -> {}
                case AcceptVerdict.Watch watch -> asked.add(new Watch(entry, watch));
                case AcceptVerdict.Refuse(String reason) -> {
                    watches = asked;
                    refuse(entry, reason);
                    return false;
                }
            }
        }
        begin(List.copyOf(asked));
        return true;
    }

    private void refuse(FilterEntry by, String reason) {
        isFiltered = true;
        tally.count(by.id(), reason);
        LOG.debug("{}: refused by the transport filter {}: {}", connection, by.id(), FilterTally.oneLine(reason));
        closed();
    }

    private void begin(List<Watch> asked) {
        use(asked);
        if (watches.isEmpty()) {
            ended.accept(this);
            return;
        }
        var _ = channel.closeFuture().addListener(closing -> closed());
        if (wantsBytes()) {
            channel.pipeline().addLast(handler);
        }
    }

    /** Shows what has come from the client; takes it over, and gives what goes on, or nothing. */
    @Nullable
    ByteBuf fromClient(ByteBuf bytes) {
        clientBytes += bytes.readableBytes();
        return show(Direction.SERVERBOUND, ofClient, bytes);
    }

    /** Shows what is sent to the client; takes it over, and gives what goes on, or nothing. */
    @Nullable
    ByteBuf toClient(ByteBuf bytes) {
        ByteBuf passed = show(Direction.CLIENTBOUND, ofServer, bytes);
        serverBytes += passed == null ? 0 : passed.readableBytes();
        return passed;
    }

    private @Nullable ByteBuf show(Direction direction, Watch[] filters, ByteBuf bytes) {
        if (isFiltered) {
            bytes.release();
            return null;
        }
        boolean isTimed = --untilTimed < 0;
        if (isTimed) {
            untilTimed = timedOneOf - 1;
        }
        ByteBuf current = bytes;
        for (Watch filter : filters) {
            ByteBuf view = current.asReadOnly();
            switch (filter.show(direction, view, isTimed)) {
                case BytesVerdict.Pass() -> {}
                case BytesVerdict.Replace(ByteBuf others) -> current = replace(current, others);
                case BytesVerdict.Close(String reason) -> {
                    current.release();
                    close(filter.entry(), reason);
                    return null;
                }
            }
        }
        return current;
    }

    /** What follows may write to what it gets, as to what came from a socket: ciphers do. */
    private ByteBuf replace(ByteBuf bytes, ByteBuf others) {
        ByteBuf taken = others;
        if (others.isReadOnly()) {
            taken = channel.alloc().buffer(others.readableBytes()).writeBytes(others);
            others.release();
        }
        bytes.release();
        return taken;
    }

    /** As a task: whoever writes does not expect that the connection ends meanwhile. */
    private void close(FilterEntry by, String reason) {
        isFiltered = true;
        tally.count(by.id(), reason);
        FilteredException end = new FilteredException(by.id(), FilterTally.oneLine(reason));
        LOG.debug("{}: {}", connection, end.getMessage());
        loop.execute(() -> {
            if (channel.pipeline().last() != null) {
                channel.pipeline().fireExceptionCaught(end);
            }
            channel.close();
        });
    }

    /** A login has found its server. */
    void routed(FilteredRoute route) {
        for (Watch watch : watches) {
            if (watch.wantsBytes() && !watch.wantsBytes(route)) {
                watch.blindAt(clientBytes, serverBytes);
            }
        }
        use(watches);
    }

    /** Lets go of filters that are out of use. What times them may have changed, too. */
    void refresh(FilterSnapshot now) {
        timedOneOf = now.timedOneOf();
        untilTimed = Math.min(untilTimed, timedOneOf - 1);
        List<Watch> leaving = watches.stream()
                .filter(watch -> watch.entry().isQuarantined() || !now.has(watch.entry()))
                .toList();
        if (leaving.isEmpty()) {
            return;
        }
        use(watches.stream().filter(watch -> !leaving.contains(watch)).toList());
        leaving.forEach(this::dismiss);
        if (watches.isEmpty()) {
            ended.accept(this);
        }
    }

    private void dismiss(Watch watch) {
        FilterEntry entry = watch.entry();
        if (entry.isQuarantined() && !entry.failOpen() && watch.wantsBytes() && !isFiltered) {
            close(entry, "it is quarantined");
        }
        FilterEnd.Cause cause = entry.isQuarantined() ? FilterEnd.Cause.QUARANTINED : FilterEnd.Cause.WITHDRAWN;
        watch.close(cause, clientBytes, serverBytes);
    }

    private void use(List<Watch> changed) {
        watches = changed;
        ofClient = wanting(Direction.SERVERBOUND);
        ofServer = wanting(Direction.CLIENTBOUND);
        if (!wantsBytes() && !isFiltered && channel.pipeline().context(handler) != null) {
            channel.pipeline().remove(handler);
        }
    }

    private Watch[] wanting(Direction direction) {
        return watches.stream().filter(watch -> watch.wants(direction)).toArray(Watch[]::new);
    }

    private boolean wantsBytes() {
        return ofClient.length + ofServer.length > 0;
    }

    /** The connection is over. Once more does nothing; neither does it when a replaced listener has left no filters here. */
    private void closed() {
        if (!watches.isEmpty()) {
            closeAll(isFiltered ? FilterEnd.Cause.FILTERED : FilterEnd.Cause.CLOSED);
        }
        ended.accept(this);
    }

    private void closeAll(FilterEnd.Cause cause) {
        List<Watch> leaving = watches;
        watches = List.of();
        ofClient = NOBODY;
        ofServer = NOBODY;
        leaving.forEach(watch -> watch.close(cause, clientBytes, serverBytes));
    }
}
