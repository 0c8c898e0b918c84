// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.internal.session.conversation.TestTerms;
import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.net.conversation.Conversation;
import dev.infrajar.net.conversation.ConversationException;
import dev.infrajar.net.conversation.Received;
import dev.infrajar.net.intercept.Ciphers;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A peer that says what it is told to, and then nothing. Notes all that happens, in its order. */
final class FakeConversation implements Conversation {
    static final String SILENT = "no packet in time";

    private final Dialect dialect;
    private final Deque<Object> script = new ArrayDeque<>();
    private final List<Object> happened = new ArrayList<>();
    private final List<Duration> patience = new ArrayList<>();

    FakeConversation(int protocol) {
        this.dialect = TestTerms.dialect(protocol);
    }

    /** The records of packets. */
    FakeConversation says(Object... packets) {
        script.addAll(List.of(packets));
        return this;
    }

    List<Object> happened() {
        return happened;
    }

    /** How long each packet was waited for. */
    List<Duration> patience() {
        return patience;
    }

    void greet(Handshake handshake) {
        happened.add(handshake);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public void enter(Phase phase) {
        happened.add(phase);
    }

    @Override
    public <P> void send(PacketType<P> type, P packet) {
        if (dialect.format(type).isEmpty()) {
            throw new IllegalArgumentException("there is no " + type);
        }
        happened.add(packet);
    }

    @Override
    public Received receive(Duration limit) throws ConversationException {
        patience.add(limit);
        Object packet = script.poll();
        if (packet == null) {
            throw new ConversationException(SILENT);
        }
        return new Received() {
            @Override
            public Optional<String> name() {
                return Optional.of(packet.getClass().getSimpleName());
            }

            @Override
            public <P> Optional<P> as(PacketType<P> type) {
                return type.record().isInstance(packet)
                        ? Optional.of(type.record().cast(packet))
                        : Optional.empty();
            }
        };
    }

    @Override
    public void encrypt(Ciphers ciphers) {
        happened.add(ciphers);
    }

    @Override
    public void compress(int threshold) {
        happened.add("compress " + threshold);
    }
}
