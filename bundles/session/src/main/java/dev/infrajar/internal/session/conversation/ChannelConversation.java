// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.phase.Rejection;
import dev.infrajar.net.conversation.Conversation;
import dev.infrajar.net.conversation.ConversationException;
import dev.infrajar.net.conversation.Received;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.intercept.Ciphers;
import dev.infrajar.net.intercept.PacketEnd;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.shared.Disconnect;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import net.kyori.adventure.text.Component;
import org.jspecify.annotations.Nullable;

/**
 * A conversation on a channel. Packets are read and written on the thread that has the conversation, frames on the event
 * loop. Ends with {@link #release}, {@link #disconnect} or {@link #close}; what it holds is freed then, or when the peer
 * closes the connection.
 */
public final class ChannelConversation implements Conversation {
    private final ConversationTerms terms;
    private final Channel channel;
    private final ConversationHandler handler;
    private final BlockingQueue<Delivery> deliveries = new ArrayBlockingQueue<>(1);
    private volatile Phase phase = Phase.LOGIN;
    private boolean isEncrypted;
    private @Nullable String over;

    private ChannelConversation(End end, ConversationTerms terms) {
        this.terms = terms;
        this.channel = end.channel();
        this.handler = new ConversationHandler(end, terms, deliveries::offer);
    }

    /**
     * Takes over a connection. On its event loop, at once behind the handler that held it.
     *
     * @param end what that handler has received comes first: of a client, its login start
     * @param terms what the conversation keeps to
     */
    public static ChannelConversation begin(End end, ConversationTerms terms) {
        ChannelConversation conversation = new ChannelConversation(end, terms);
        end.channel().pipeline().addLast(conversation.handler);
        return conversation;
    }

    @Override
    public Dialect dialect() {
        return terms.dialect();
    }

    @Override
    public void enter(Phase next) {
        phase = next;
    }

    /** The phase of the packets that are sent and received now. Callable from any thread. */
    public Phase phase() {
        return phase;
    }

    /**
     * Sends a handshake, which is the same in all versions: the first thing that a backend gets.
     *
     * @throws ConversationException if the connection is over
     */
    public void greet(Handshake handshake) throws ConversationException {
        ByteBuf frame = Unpooled.buffer();
        handshake.write(frame);
        onLoop(() -> handler.sendBare(frame));
    }

    @Override
    public <P> void send(PacketType<P> type, P packet) throws ConversationException {
        if (type.phase() != phase) {
            throw new IllegalArgumentException(type + " cannot be sent in the phase " + phase);
        }
        ByteBuf written = written(type, packet);
        if (!channel.isActive()) {
            throw new ConversationException(Reasons.CLOSED);
        }
        onLoop(() -> handler.send(written));
    }

    private <P> ByteBuf written(PacketType<P> type, P packet) {
        if (type.direction() == terms.receives()) {
            throw new IllegalArgumentException(type + " goes the other way");
        }
        PacketFormat<P> format = dialect()
                .format(type)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no " + type + " in " + dialect().protocol()));
        // On the heap: nobody needs to release it if the event loop does not take it any more.
        ByteBuf written = Unpooled.buffer();
        format.write(written, packet);
        if (written.readableBytes() > FrameWriter.MAX_PACKET_BYTES) {
            throw new IllegalArgumentException(type + " of " + written.readableBytes() + " bytes fits into no frame");
        }
        return written;
    }

    @Override
    public Received receive(Duration limit) throws ConversationException, InterruptedException {
        if (over != null) {
            throw new ConversationException(over);
        }
        onLoop(handler::receive);
        return switch (await(limit)) {
            case Delivery.Arrived(ByteBuf idAndFields) -> ReceivedPacket.of(terms, phase, idAndFields);
            case Delivery.Failed(String reason) -> throw end(reason);
        };
    }

    /**
     * From now on what the peer says is, or is not, an answer for somebody else: it may be larger. A conversation begins without.
     *
     * @throws ConversationException if the connection is over
     */
    public void expectAnswers(boolean areAnswers) throws ConversationException {
        onLoop(() -> handler.expectAnswer(areAnswers));
    }

    private Delivery await(Duration limit) throws ConversationException, InterruptedException {
        @Nullable Delivery delivery;
        try {
            delivery = deliveries.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            over = Reasons.INTERRUPTED;
            throw e;
        }
        if (delivery == null) {
            terms.rejected().accept(Rejection.SILENT_LOGIN);
            throw end(Reasons.SILENT);
        }
        return delivery;
    }

    /** No packet is received any more: one that was asked for may have been cut, and got lost. */
    private ConversationException end(String reason) {
        over = reason;
        return new ConversationException(reason);
    }

    @Override
    public void encrypt(Ciphers ciphers) {
        if (isEncrypted) {
            throw new IllegalStateException("encrypted already");
        }
        isEncrypted = true;
        try {
            onLoop(() -> handler.encrypt(ciphers));
        } catch (ConversationException e) {
            // The next packet will not come, and says so.
            ciphers.close();
        }
    }

    @Override
    public void compress(int threshold) {
        int normal = threshold < 0 ? PacketEnd.NO_COMPRESSION : threshold;
        try {
            onLoop(() -> handler.compress(normal));
        } catch (ConversationException e) {
            over = e.reason();
        }
    }

    /**
     * Waits until the socket has taken all that was sent. What takes over the connection afterwards may rely on it.
     *
     * @throws ConversationException if the connection is over, or the peer does not read in time
     */
    public void settle(Duration limit) throws ConversationException, InterruptedException {
        CountDownLatch settled = new CountDownLatch(1);
        onLoop(() -> handler.settle(settled::countDown));
        if (!settled.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            terms.rejected().accept(Rejection.SILENT_LOGIN);
            throw end(Reasons.UNREAD);
        }
        if (!channel.isActive()) {
            throw end(Reasons.CLOSED);
        }
    }

    /**
     * Gives the connection to what comes next, with an empty pipeline. On the event loop, where what comes next begins before
     * this event is over; after {@link #settle}, and not while a packet is waited for.
     *
     * @return empty if the connection is over, or the peer has sent what cannot be understood
     */
    public Optional<PacketEnd> release() {
        return handler.release();
    }

    /**
     * Sends a client a text as the phase has it and closes the connection behind it, when the player has had time to read it.
     * Callable from any thread; does nothing if the connection is over.
     */
    public void disconnect(Component text) {
        ByteBuf written = written(
                switch (phase) {
                    case HANDSHAKE, STATUS, LOGIN -> LoginPackets.DISCONNECT;
                    case CONFIGURATION -> ConfigurationPackets.DISCONNECT;
                    case PLAY -> PlayPackets.DISCONNECT;
                },
                new Disconnect(text));
        try {
            onLoop(() -> handler.sendAndClose(written));
        } catch (ConversationException _) {
            close();
        }
    }

    /** Closes the connection without a word. Callable from any thread. */
    public void close() {
        channel.close();
    }

    private void onLoop(Runnable task) throws ConversationException {
        try {
            channel.eventLoop().execute(() -> handler.run(task));
        } catch (RejectedExecutionException _) {
            // The event loops end with the process, and all connections with them.
            throw new ConversationException(Reasons.CLOSED);
        }
    }
}
