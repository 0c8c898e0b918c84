// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.packet.PacketAnswer;
import dev.infrajar.api.packet.RawPacket;
import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.packet.PacketTable;
import dev.infrajar.net.wire.Frames;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of packet listeners.
 *
 * @param table the packets that an answer may bring
 */
record RawAnswers(PacketTable table) {
    Read<Verdict> read(@Nullable PacketAnswer answer) {
        if (answer == null || isNull(answer.verdict())) {
            return new Read.Invalid<>("answered null");
        }
        return Stream.of(replacement(answer), answer.before(), answer.after())
                .flatMap(List::stream)
                .map(this::fault)
                .flatMap(Optional::stream)
                .findFirst()
                .<Read<Verdict>>map(Read.Invalid::new)
                .orElseGet(() -> new Read.Valid<>(verdict(answer)));
    }

    private static boolean isNull(PacketAnswer.@Nullable Verdict verdict) {
        return verdict == null;
    }

    private static List<RawPacket> replacement(PacketAnswer answer) {
        return answer.verdict() instanceof PacketAnswer.Verdict.Replace(RawPacket packet) ? List.of(packet) : List.of();
    }

    private Optional<String> fault(RawPacket packet) {
        if (id(packet.name()) < 0) {
            return Optional.of("answered with a packet " + table.phase() + " " + table.direction() + " \""
                    + packet.name() + "\", which this version does not have");
        }
        return packet.fields().remaining() > Frames.MAX_BODY_BYTES - VarInts.MAX_BYTES
                ? Optional.of("answered with a packet of " + packet.fields().remaining() + " bytes")
                : Optional.empty();
    }

    private int id(@Nullable String name) {
        return name == null ? -1 : table.names().indexOf(name);
    }

    private Verdict verdict(PacketAnswer answer) {
        Decision decision =
                switch (answer.verdict()) {
                    case PacketAnswer.Verdict.Pass() -> new Decision.Pass();
                    case PacketAnswer.Verdict.Drop() -> new Decision.Drop();
                    case PacketAnswer.Verdict.Replace(RawPacket packet) -> new Decision.Replace(write(packet));
                };
        return new Verdict(
                decision,
                answer.before().stream().map(this::write).toList(),
                answer.after().stream().map(this::write).toList());
    }

    private ByteBuf write(RawPacket packet) {
        ByteBuffer fields = packet.fields();
        ByteBuf out = ByteBufAllocator.DEFAULT.buffer(VarInts.MAX_BYTES + fields.remaining());
        VarInts.write(out, id(packet.name()));
        return out.writeBytes(fields);
    }
}
