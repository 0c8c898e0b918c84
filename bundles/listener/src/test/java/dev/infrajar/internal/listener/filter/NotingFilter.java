// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener.filter;

import dev.infrajar.net.filter.BytesVerdict;
import dev.infrajar.net.filter.FilterEnd;
import dev.infrajar.net.filter.FilteredRoute;
import dev.infrajar.net.filter.TransportFilter;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Notes what it is shown, and answers as a test wants. */
final class NotingFilter implements TransportFilter {
    final List<String> fromClient = new ArrayList<>();
    final List<String> toClient = new ArrayList<>();
    final List<FilteredRoute> routes = new ArrayList<>();
    final List<FilterEnd> ends = new ArrayList<>();
    private final Function<ByteBuf, BytesVerdict> answer;
    private final boolean wantsMore;

    private NotingFilter(Function<ByteBuf, BytesVerdict> answer, boolean wantsMore) {
        this.answer = answer;
        this.wantsMore = wantsMore;
    }

    static NotingFilter passing() {
        return new NotingFilter(bytes -> BytesVerdict.PASS, true);
    }

    static NotingFilter answering(Function<ByteBuf, BytesVerdict> answer) {
        return new NotingFilter(answer, true);
    }

    static NotingFilter untilRouted() {
        return new NotingFilter(bytes -> BytesVerdict.PASS, false);
    }

    @Override
    public BytesVerdict clientBytes(ByteBuf bytes) {
        BytesVerdict verdict = answer.apply(bytes);
        fromClient.add(text(bytes));
        return verdict;
    }

    @Override
    public BytesVerdict serverBytes(ByteBuf bytes) {
        BytesVerdict verdict = answer.apply(bytes);
        toClient.add(text(bytes));
        return verdict;
    }

    @Override
    public boolean wantsBytes(FilteredRoute route) {
        routes.add(route);
        return wantsMore;
    }

    @Override
    public void closed(FilterEnd end) {
        ends.add(end);
    }

    /** Moves the reader index, as plugins may. */
    private static String text(ByteBuf bytes) {
        byte[] copy = new byte[bytes.readableBytes()];
        bytes.readBytes(copy);
        return new String(copy, StandardCharsets.US_ASCII);
    }
}
