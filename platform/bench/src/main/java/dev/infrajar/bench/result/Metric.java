// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.result;

/** What is measured, in the order of the page. GB and MB are powers of ten. */
public enum Metric {
    /** CPU time of the proxy for one stream, backend to client. */
    CLIENTBOUND_CPU("throughput", "Clientbound stream: CPU of the proxy", "s/GB", 3),
    /** Speed of the same stream. */
    CLIENTBOUND_RATE("throughput", "Clientbound stream: rate", "MB/s", 0),
    /** CPU time of client and backend for the same stream. */
    CLIENTBOUND_DRIVER_CPU("throughput", "Clientbound stream: CPU of the driver (client and backend)", "s/GB", 3),
    /** CPU time of the proxy for one stream, client to backend. */
    SERVERBOUND_CPU("throughput", "Serverbound stream: CPU of the proxy", "s/GB", 3),
    /** Speed of the same stream. */
    SERVERBOUND_RATE("throughput", "Serverbound stream: rate", "MB/s", 0),
    /** Half of all round trips of 64 bytes take less. */
    SMALL_P50("rtt", "Round trip of 64 bytes: p50", "µs", 1),
    /** All but one in a hundred take less. */
    SMALL_P99("rtt", "Round trip of 64 bytes: p99", "µs", 1),
    /** CPU time of the proxy for one round trip, that is two relayed messages. */
    SMALL_CPU("rtt", "Round trip of 64 bytes: CPU of the proxy", "µs", 1),
    /** As for 64 bytes. */
    LARGE_P50("rtt", "Round trip of 200 bytes: p50", "µs", 1),
    /** As for 64 bytes. */
    LARGE_P99("rtt", "Round trip of 200 bytes: p99", "µs", 1),
    /** As for 64 bytes. */
    LARGE_CPU("rtt", "Round trip of 200 bytes: CPU of the proxy", "µs", 1),
    /** RSS of a new process before its first session. */
    IDLE_RSS("memory", "RSS of the idle process", "MB", 1),
    /** What idle sessions add to that. */
    SESSIONS_RSS("memory", "RSS that 1000 idle sessions add to the new process", "MB", 1),
    /** What as many add once as many have come and gone, after two collections. */
    AGAIN_RSS("memory", "RSS that 1000 idle sessions add when as many have been there before", "MB", 1),
    /** Live heap plus direct memory after two collections, without a session. */
    IDLE_LIVE("memory", "Live heap plus direct memory of the idle process", "MB", 2),
    /** What idle sessions add to that. */
    SESSIONS_LIVE("memory", "Live heap plus direct memory that 1000 idle sessions add", "MB", 2),
    /** Connections that ask for the server list entry, take answer and pong, and close. */
    STATUS_RATE("status", "Status requests per second", "1/s", 0),
    /** All but one in a hundred take less, from the connect to the pong. */
    STATUS_P99("status", "Status request: p99", "ms", 1),
    /** CPU time of the proxy for each. */
    STATUS_CPU("status", "Status request: CPU of the proxy", "µs", 1),
    /** CPU time of client and backend for each. */
    STATUS_DRIVER_CPU("status", "Status request: CPU of the driver (client and backend)", "µs", 1),
    /** The largest RSS meanwhile. */
    STATUS_PEAK("status", "Peak RSS under status requests", "MB", 1),
    /** RSS when the last of a turn has ended. */
    STATUS_AFTER("status", "RSS after status requests", "MB", 1),
    /** Connections that begin to join, take the backend's first packet, and close. */
    JOIN_RATE("joins", "Joins per second", "1/s", 0),
    /** As for status requests. */
    JOIN_P99("joins", "Join: p99", "ms", 1),
    /** As for status requests. */
    JOIN_CPU("joins", "Join: CPU of the proxy", "µs", 1),
    /** As for status requests. */
    JOIN_DRIVER_CPU("joins", "Join: CPU of the driver (client and backend)", "µs", 1),
    /** As for status requests. */
    JOIN_PEAK("joins", "Peak RSS under joins", "MB", 1),
    /** As for status requests. */
    JOIN_AFTER("joins", "RSS after joins", "MB", 1),
    /** From starting the script of a fresh copy to the first status answer. */
    FIRST_START("start", "Start to first status answer, first start of a fresh copy", "ms", 0),
    /** The same once that copy has been started and stopped. */
    NEXT_START("start", "Start to first status answer, next start", "ms", 0),
    /** CPU time of the proxy for a packet of 16 KiB that is compressed to 5.7 KB, backend to client. */
    PACKET_CPU("mode-stream", "Stream of compressed packets: CPU of the proxy per packet", "µs", 2),
    /** How many there are of them. */
    PACKET_RATE("mode-stream", "Stream of compressed packets: rate", "1/s", 0),
    /** CPU time of client and backend for each. */
    PACKET_DRIVER_CPU("mode-stream", "Stream of compressed packets: CPU of the driver per packet", "µs", 2),
    /** Half of all round trips of a packet of 64 bytes take less. */
    MODE_P50("mode-rtt", "Round trip of a packet of 64 bytes: p50", "µs", 1),
    /** All but one in a hundred take less. */
    MODE_P99("mode-rtt", "Round trip of a packet of 64 bytes: p99", "µs", 1),
    /** CPU time of the proxy for one round trip, that is two packets. */
    MODE_ROUND_TRIP_CPU("mode-rtt", "Round trip of a packet of 64 bytes: CPU of the proxy", "µs", 1),
    /** As for sessions of bytes. */
    MODE_IDLE_RSS("mode-memory", "Before players: RSS of the idle process", "MB", 1),
    /** What players add to that who are in the game, and nothing happens. */
    MODE_SESSIONS_RSS("mode-memory", "RSS that 1000 idle players add to the new process", "MB", 1),
    /** As for sessions of bytes. */
    MODE_AGAIN_RSS("mode-memory", "RSS that 1000 idle players add when as many have been there before", "MB", 1),
    /** As for sessions of bytes. */
    MODE_IDLE_LIVE("mode-memory", "Before players: live heap plus direct memory of the idle process", "MB", 2),
    /** What players add to that. */
    MODE_SESSIONS_LIVE("mode-memory", "Live heap plus direct memory that 1000 idle players add", "MB", 2),
    /** Connections that log in, are configured, take the Join Game packet, and close. */
    WHOLE_JOIN_RATE("mode-joins", "Whole joins per second", "1/s", 0),
    /** All but one in a hundred take less, from the connect to the Join Game packet. */
    WHOLE_JOIN_P99("mode-joins", "Whole join: p99", "ms", 1),
    /** CPU time of the proxy for each. */
    WHOLE_JOIN_CPU("mode-joins", "Whole join: CPU of the proxy", "µs", 1),
    /** CPU time of client and backend for each. */
    WHOLE_JOIN_DRIVER_CPU("mode-joins", "Whole join: CPU of the driver (client and backend)", "µs", 1),
    /** A packet through a chain that no tap is in. */
    TAPS_NONE("mode-taps", "Chain of no taps, per packet", "ns", 2),
    /** What each of eight taps adds that do nothing. */
    TAPS_OF_ONE_CLASS("mode-taps", "Each of eight taps of one class, per packet", "ns", 2),
    /** As before. */
    TAPS_OF_EIGHT_CLASSES("mode-taps", "Each of eight taps of eight classes, per packet", "ns", 2),
    /** The most of the three. */
    TAPS_ALLOCATION("mode-taps", "Chain of taps: allocated per packet", "B", 3),
    /** A frame through the forwarder, from the read to the write, without sockets. */
    PEEK_300("mode-peek", "Forwarding a compressed packet of 300 bytes", "µs", 2),
    /** As before. */
    PEEK_1000("mode-peek", "Forwarding a compressed packet of 1000 bytes", "µs", 2),
    /** As before. */
    PEEK_4000("mode-peek", "Forwarding a compressed packet of 4000 bytes", "µs", 2),
    /** As before. */
    PEEK_16384("mode-peek", "Forwarding a compressed packet of 16384 bytes", "µs", 2),
    /** As before. */
    PEEK_65536("mode-peek", "Forwarding a compressed packet of 65536 bytes", "µs", 2);

    private final String measure;
    private final String title;
    private final String unit;
    private final int decimals;

    Metric(String measure, String title, String unit, int decimals) {
        this.measure = measure;
        this.title = title;
        this.unit = unit;
        this.decimals = decimals;
    }

    /** The measure it belongs to, as in {@code --measures}. */
    public String measure() {
        return measure;
    }

    /** What it says in the tables. */
    public String title() {
        return title;
    }

    /** The unit of its values. */
    public String unit() {
        return unit;
    }

    /** A value of it, without the unit. */
    public String format(double value) {
        return Formats.fixed(value, decimals);
    }
}
