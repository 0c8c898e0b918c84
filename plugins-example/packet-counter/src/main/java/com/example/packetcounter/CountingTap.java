// SPDX-License-Identifier: Apache-2.0
package com.example.packetcounter;

import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketTable;
import dev.infrajar.net.packet.Phase;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The counts of one session's play phase. On its event loop alone, so plain numbers do; what they are called is looked up at the
 * end, not for each packet.
 */
final class CountingTap implements PacketTap {
    private final List<PacketTable> tables;
    private final long[][] counts;
    private final Consumer<String> report;

    /**
     * @param dialect names the packets
     * @param report takes one line at the end of the session
     */
    CountingTap(Dialect dialect, Consumer<String> report) {
        this.tables = Arrays.stream(Direction.values())
                .map(direction -> dialect.table(Phase.PLAY, direction))
                .toList();
        this.counts = tables.stream().map(table -> new long[table.size()]).toArray(long[][]::new);
        this.report = report;
    }

    @Override
    public void packet(TappedPacket packet) {
        counts[packet.direction().ordinal()][packet.id()]++;
    }

    @Override
    public void closed() {
        String line = tables.stream().flatMap(this::counted).collect(Collectors.joining(", "));
        report.accept(line.isEmpty() ? "nothing" : line);
    }

    private Stream<String> counted(PacketTable table) {
        long[] numbers = counts[table.direction().ordinal()];
        return IntStream.range(0, numbers.length)
                .filter(id -> numbers[id] > 0)
                .mapToObj(id -> numbers[id] + " " + table.direction() + " "
                        + table.names().get(id));
    }
}
