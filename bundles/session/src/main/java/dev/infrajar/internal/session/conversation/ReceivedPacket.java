// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import dev.infrajar.internal.session.phase.Rejection;
import dev.infrajar.net.conversation.ConversationException;
import dev.infrajar.net.conversation.Received;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * A packet as it came.
 *
 * @param terms of its conversation
 * @param phase its phase
 * @param id its number
 * @param fields on the heap
 */
record ReceivedPacket(ConversationTerms terms, Phase phase, int id, ByteBuf fields) implements Received {
    static ReceivedPacket of(ConversationTerms terms, Phase phase, ByteBuf idAndFields) throws ConversationException {
        try {
            return new ReceivedPacket(terms, phase, VarInts.read(idAndFields), idAndFields);
        } catch (WireException e) {
            throw malformed(terms, e);
        }
    }

    @Override
    public Optional<String> name() {
        return terms.dialect().table(phase, terms.receives()).nameOf(id);
    }

    @Override
    public <P> Optional<P> as(PacketType<P> type) throws ConversationException {
        Optional<PacketFormat<P>> format = type.phase() == phase && type.direction() == terms.receives()
                ? terms.dialect().format(type).filter(candidate -> candidate.id() == id)
                : Optional.empty();
        try {
            return format.map(known -> known.readFields(fields.duplicate()));
        } catch (WireException e) {
            throw malformed(terms, e);
        }
    }

    private static ConversationException malformed(ConversationTerms terms, WireException cause) {
        terms.rejected().accept(Rejection.MALFORMED_PACKET);
        return new ConversationException(String.valueOf(cause.getMessage()));
    }
}
