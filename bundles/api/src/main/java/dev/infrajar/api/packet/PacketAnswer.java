// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.packet;

import java.util.List;
import java.util.stream.Stream;

/**
 * The answer of a {@link PacketListener}: what becomes of the packet, and what is sent beside it, the same way and in the same phase.
 *
 * @param verdict what becomes of the packet
 * @param before packets ahead of it; no listener sees them
 * @param after packets behind it, also when it is dropped; no listener sees them
 */
public record PacketAnswer(Verdict verdict, List<RawPacket> before, List<RawPacket> after) {
    /** What becomes of a packet. */
    public sealed interface Verdict {
        /** It passes as it is. */
        record Pass() implements Verdict {}

        /** It goes no further. */
        record Drop() implements Verdict {}

        /**
         * Another goes on instead; the listeners behind see that one if they want its kind.
         *
         * @param packet of the same phase and direction
         */
        record Replace(RawPacket packet) implements Verdict {}
    }

    /** Copies; refuses nulls here, where the listener that brought them can be blamed. */
    public PacketAnswer {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * The answer to let the packet pass.
     *
     * @return an answer with a {@link Verdict.Pass}
     */
    public static PacketAnswer pass() {
        return new PacketAnswer(new Verdict.Pass(), List.of(), List.of());
    }

    /**
     * The answer to drop the packet.
     *
     * @return an answer with a {@link Verdict.Drop}
     */
    public static PacketAnswer drop() {
        return new PacketAnswer(new Verdict.Drop(), List.of(), List.of());
    }

    /**
     * The answer to send another packet instead. A name that the player's version does not know counts as a failure of the listener.
     *
     * @param packet of the same phase and direction
     * @return an answer with a {@link Verdict.Replace}
     */
    public static PacketAnswer replace(RawPacket packet) {
        return new PacketAnswer(new Verdict.Replace(packet), List.of(), List.of());
    }

    /**
     * The same answer with one more packet ahead of the one it is about.
     *
     * @param packet of the same phase and direction; follows those that are ahead already
     * @return a new answer
     */
    public PacketAnswer sendBefore(RawPacket packet) {
        return new PacketAnswer(verdict, plus(before, packet), after);
    }

    /**
     * The same answer with one more packet behind the one it is about.
     *
     * @param packet of the same phase and direction; follows those that are behind already
     * @return a new answer
     */
    public PacketAnswer sendAfter(RawPacket packet) {
        return new PacketAnswer(verdict, before, plus(after, packet));
    }

    private static List<RawPacket> plus(List<RawPacket> packets, RawPacket one) {
        return Stream.concat(packets.stream(), Stream.of(one)).toList();
    }
}
