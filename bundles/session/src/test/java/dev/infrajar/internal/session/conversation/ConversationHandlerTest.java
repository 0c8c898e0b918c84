// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.session.phase.Rejection;
import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.compression.Compressor;
import dev.infrajar.net.compression.Decompressor;
import dev.infrajar.net.filter.FilteredException;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.intercept.Ciphers;
import dev.infrajar.net.intercept.PacketEnd;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationHandlerTest {
    private static final byte[] A = {0, 1, 2, 3};
    private static final byte[] B = {4, 5};
    private static final byte[] LONG = new byte[1000];

    private final CountingCompression compression = new CountingCompression();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<String> delivered = new ArrayList<>();
    private final CountingReads reads = new CountingReads();
    private final EmbeddedChannel channel = new EmbeddedChannel(reads);
    private ConversationHandler handler = begin(Unpooled.EMPTY_BUFFER, false);

    private static final class CountingReads extends ChannelOutboundHandlerAdapter {
        private int count;

        @Override
        public void read(ChannelHandlerContext ctx) {
            count++;
        }
    }

    private ConversationHandler begin(ByteBuf received, boolean inputClosed) {
        return begin(received, inputClosed, compression);
    }

    private ConversationHandler begin(CompressionFactory factory) {
        return begin(Unpooled.EMPTY_BUFFER, false, factory);
    }

    private ConversationHandler begin(ByteBuf received, boolean inputClosed, CompressionFactory factory) {
        channel.config().setAutoRead(false);
        ConversationTerms terms = TestTerms.withClient(774, factory, rejections::add);
        return new ConversationHandler(
                new End(channel, received, inputClosed),
                terms,
                delivery -> delivered.add(
                        switch (delivery) {
                            case Delivery.Arrived(ByteBuf packet) -> ByteBufUtil.hexDump(packet);
                            case Delivery.Failed(String reason) -> reason;
                        }));
    }

    private void join() {
        // Without autoRead only now: the channel has read when it was made.
        reads.count = 0;
        channel.pipeline().addLast(handler);
    }

    private void comes(byte[] bytes) {
        channel.writeInbound(Unpooled.buffer().writeBytes(bytes));
    }

    private static String hex(byte... packet) {
        return ByteBufUtil.hexDump(packet);
    }

    private static byte[] encrypted(FakeCipher cipher, byte[] bytes) {
        byte[] copy = bytes.clone();
        cipher.apply(Unpooled.wrappedBuffer(copy));
        return copy;
    }

    private String sent() {
        channel.runPendingTasks();
        StringBuilder all = new StringBuilder();
        for (ByteBuf piece = channel.readOutbound(); piece != null; piece = channel.readOutbound()) {
            all.append(ByteBufUtil.hexDump(piece));
            piece.release();
        }
        return all.toString();
    }

    @AfterEach
    void everyStateIsFreedOnce() {
        channel.close();
        assertThat(compression.closed()).isEqualTo(compression.made());
        channel.finishAndReleaseAll();
    }

    @Test
    void deliversOnePacketForEachTimeItIsAsked() {
        join();
        comes(TestFrames.concat(TestFrames.plain(A), TestFrames.plain(B)));

        assertThat(delivered).isEmpty();
        handler.receive();
        assertThat(delivered).containsExactly(hex(A));
        handler.receive();
        assertThat(delivered).containsExactly(hex(A), hex(B));
    }

    @Test
    void beginsWithWhatCameBefore() {
        byte[] frames = TestFrames.concat(TestFrames.plain(A), TestFrames.plain(B));
        handler = begin(Unpooled.buffer().writeBytes(frames, 0, 6), false);
        join();
        handler.receive();
        handler.receive();
        comes(new byte[] {frames[6], frames[7]});

        assertThat(delivered).containsExactly(hex(A), hex(B));
    }

    @Test
    void asksForBytesOnlyWhileAPacketIsWaitedFor() {
        join();
        assertThat(reads.count).isZero();
        handler.receive();
        assertThat(reads.count).isEqualTo(1);
        comes(TestFrames.plain(A));
        int whenItCame = reads.count;
        comes(TestFrames.plain(B));

        assertThat(reads.count).isEqualTo(whenItCame);
    }

    @Test
    void asksForNothingBehindAnEof() {
        join();
        comes(TestFrames.plain(A));
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        handler.receive();
        handler.receive();

        assertThat(delivered).containsExactly(hex(A), Reasons.CLOSED);
        assertThat(reads.count).isZero();
        assertThat(rejections).isEmpty();
    }

    @Test
    void wakesWhoWaitsWhenTheConnectionEnds() {
        join();
        handler.receive();
        channel.close();

        assertThat(delivered).containsExactly(Reasons.CLOSED);
    }

    @Test
    void saysWhatHadComeBeforeTheConnectionWasClosed() {
        join();
        comes(TestFrames.plain(A));
        channel.close();
        handler.receive();
        handler.receive();

        assertThat(delivered).containsExactly(hex(A), Reasons.CLOSED);
    }

    @Test
    void isOverOnChannelThatWasClosedBefore() {
        channel.close();
        handler = begin(Unpooled.buffer().writeBytes(TestFrames.plain(A)), true);
        join();
        Ciphers ciphers = FakeCipher.pair();
        handler.encrypt(ciphers);
        handler.send(Unpooled.wrappedBuffer(A));

        assertThat(handler.release()).isEmpty();
        assertThat(FakeCipher.closings(ciphers)).isEqualTo(2);
    }

    @Test
    void decryptsWhatWasSentAhead() {
        join();
        FakeCipher client = new FakeCipher();
        byte[] ahead = encrypted(client, TestFrames.concat(TestFrames.plain(B), TestFrames.plain(LONG)));
        comes(TestFrames.concat(TestFrames.plain(A), ahead));
        handler.receive();
        handler.encrypt(FakeCipher.pair());
        handler.receive();
        handler.receive();
        comes(encrypted(client, TestFrames.plain(A)));
        handler.receive();

        assertThat(delivered).containsExactly(hex(A), hex(B), hex(LONG), hex(A));
    }

    @Test
    void decryptsWhatWasSentAheadInPart() {
        join();
        byte[] ahead = encrypted(new FakeCipher(), TestFrames.plain(LONG));
        comes(TestFrames.plain(A));
        comes(new byte[] {ahead[0]});
        handler.receive();
        handler.encrypt(FakeCipher.pair());
        handler.receive();
        for (int i = 1; i < ahead.length; i++) {
            comes(new byte[] {ahead[i]});
        }

        assertThat(delivered).containsExactly(hex(A), hex(LONG));
    }

    @Test
    void inflatesWhatWasSentAhead() {
        join();
        comes(TestFrames.concat(TestFrames.plain(A), TestFrames.compressed(LONG), TestFrames.belowThreshold(B)));
        handler.receive();
        handler.compress(256);
        handler.receive();
        handler.receive();

        assertThat(delivered).containsExactly(hex(A), hex(LONG), hex(B));
    }

    @Test
    void framesWhatIsSentAsTheMomentIsItWasSentIn() {
        join();
        handler.send(Unpooled.wrappedBuffer(A));
        handler.encrypt(FakeCipher.pair());
        handler.send(Unpooled.wrappedBuffer(A));
        handler.compress(3);
        handler.send(Unpooled.wrappedBuffer(B));

        FakeCipher proxy = new FakeCipher();
        assertThat(sent())
                .isEqualTo(hex(TestFrames.plain(A))
                        + hex(encrypted(proxy, TestFrames.plain(A)))
                        + hex(encrypted(proxy, TestFrames.belowThreshold(B))));
    }

    @Test
    void deflatesFromTheThresholdOn() {
        join();
        handler.compress(LONG.length);
        handler.send(Unpooled.wrappedBuffer(LONG));
        String long1 = sent();
        handler.compress(LONG.length + 1);
        handler.send(Unpooled.wrappedBuffer(LONG));

        assertThat(long1).hasSizeLessThan(LONG.length / 2);
        assertThat(sent()).isEqualTo(hex(TestFrames.belowThreshold(LONG)));
    }

    @Test
    void refusesFrameLargerThanAllowedBeforeItsBodyComes() {
        join();
        handler.receive();
        comes(new byte[] {(byte) 0x81, (byte) 0x80, 4});

        assertThat(delivered).containsExactly(Reasons.TOO_LARGE);
        assertThat(rejections).containsExactly(Rejection.LARGE_PACKET);
    }

    @Test
    void takesAsMuchAsLoginPluginMessageWhileItIsAskedForOne() {
        join();
        byte[] answer = new byte[1_048_576 + 1024];
        handler.expectAnswer(true);
        handler.receive();
        comes(TestFrames.plain(answer));
        assertThat(delivered).containsExactly(ByteBufUtil.hexDump(answer));

        handler.receive();
        comes(TestFrames.plain(new byte[1_048_576 + 1025]));
        assertThat(delivered).last().isEqualTo(Reasons.TOO_LARGE);
    }

    @Test
    void takesNoMoreThanBeforeOnceItIsNotAskedAnyMore() {
        join();
        handler.expectAnswer(true);
        handler.expectAnswer(false);
        handler.receive();
        comes(TestFrames.plain(new byte[64 * 1024 + 1]));

        assertThat(delivered).containsExactly(Reasons.TOO_LARGE);
    }

    @Test
    void refusesWhatNoLoginAtBackendNeeds() {
        for (boolean isCompressed : new boolean[] {false, true}) {
            FrameReader reader =
                    new FrameReader(TestTerms.withBackend(774, compression, rejections::add), Unpooled.EMPTY_BUFFER, 0);
            reader.inflate(isCompressed);
            int bytes = 1_048_576 + 1025;
            reader.append(Unpooled.wrappedBuffer(
                    isCompressed ? TestFrames.claiming(bytes, LONG) : TestFrames.plain(new byte[bytes])));

            assertThat(reader.next(0)).isEqualTo(new Cut.Broken(Rejection.LARGE_PACKET, Reasons.TOO_LARGE));
            reader.close();
            reader.take().release();
        }
        assertThat(compression.made()).isZero();
    }

    @Test
    void refusesClaimBeyondTheLimitsWithoutInflating() {
        join();
        handler.compress(0);
        handler.receive();
        comes(TestFrames.claiming(64 * 1024 + 1, LONG));

        assertThat(delivered).containsExactly(Reasons.TOO_LARGE);
        assertThat(compression.made()).isZero();
    }

    @Test
    void staysBrokenBehindWhatIsNoFrame() {
        join();
        handler.receive();
        comes(TestFrames.concat(new byte[] {0}, TestFrames.plain(A)));
        handler.receive();

        assertThat(delivered).containsExactly("frame is empty", "frame is empty");
        assertThat(handler.release()).isEmpty();
        channel.pipeline().fireExceptionCaught(new IOException("planted"));
        assertThat(rejections).as("counted once").containsExactly(Rejection.MALFORMED_PACKET);
    }

    @Test
    void refusesLieAboutTheInflatedSize() {
        join();
        handler.compress(0);
        handler.receive();
        comes(TestFrames.claiming(LONG.length - 1, LONG));

        assertThat(delivered).containsExactly("compressed data is damaged or not as long as it says");
        assertThat(rejections).containsExactly(Rejection.MALFORMED_PACKET);
    }

    @Test
    void closesWhenMoreIsSentAheadThanAllowed() {
        join();
        byte[] much = new byte[100_000];
        for (int i = 0; i < 4; i++) {
            comes(much);
        }
        handler.receive();

        assertThat(channel.isOpen()).isFalse();
        assertThat(rejections).containsExactly(Rejection.TOO_MANY_BYTES);
        assertThat(delivered).containsExactly(Reasons.TOO_MANY_BYTES);
    }

    @Test
    void takesNothingFromPeerThatDoesNotReadItsAnswers() {
        join();
        comes(TestFrames.concat(TestFrames.plain(A)));
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        channel.runPendingTasks();
        handler.receive();
        assertThat(delivered).isEmpty();
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        channel.runPendingTasks();

        assertThat(delivered).containsExactly(hex(A));
    }

    @Test
    void endsWhenACompressorFails() {
        handler = begin(new CompressionFactory() {
            @Override
            public Compressor newCompressor() {
                throw new NoClassDefFoundError("planted");
            }

            @Override
            public Decompressor newDecompressor() {
                throw new NoClassDefFoundError("planted");
            }
        });
        join();
        handler.compress(0);
        handler.receive();
        handler.run(() -> handler.send(Unpooled.wrappedBuffer(A)));

        assertThat(delivered).containsExactly(Reasons.BROKEN);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void saysThatAFilterHasClosedTheConnection() {
        join();
        handler.receive();
        channel.pipeline().fireExceptionCaught(new FilteredException("geo", "not from here"));

        assertThat(delivered).containsExactly("closed by the transport filter geo: not from here");
        assertThat(rejections).as("counted by the filters").isEmpty();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void endsWithBrokenConnection() {
        join();
        handler.receive();
        channel.pipeline().fireExceptionCaught(new IOException("planted"));

        assertThat(delivered).containsExactly(Reasons.BROKEN);
        assertThat(rejections).containsExactly(Rejection.CONNECTION_ERROR);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void handsOverDecryptedBytesAndOpenCiphers() {
        join();
        Ciphers ciphers = FakeCipher.pair();
        handler.encrypt(ciphers);
        handler.compress(256);
        comes(encrypted(new FakeCipher(), A));
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        PacketEnd end = handler.release().orElseThrow();

        assertThat(ByteBufUtil.hexDump(end.end().received())).isEqualTo(hex(A));
        assertThat(end.end().inputClosed()).isTrue();
        assertThat(end.end().channel()).isSameAs(channel);
        assertThat(end.threshold()).isEqualTo(256);
        assertThat(end.ciphers()).isEqualTo(Optional.of(ciphers));
        assertThat(channel.pipeline().toMap()).hasSize(1);
        end.end().received().release();
        channel.close();
        assertThat(FakeCipher.closings(ciphers)).isZero();
    }

    @Test
    void closesCiphersOnceWithTheConnection() {
        join();
        Ciphers ciphers = FakeCipher.pair();
        handler.encrypt(ciphers);
        channel.close();

        assertThat(FakeCipher.closings(ciphers)).isEqualTo(2);
    }

    @Test
    void hasSentEverythingWhenItHandsOver() {
        join();
        handler.send(Unpooled.wrappedBuffer(A));
        handler.release().orElseThrow().end().received().release();

        assertThat(sent()).isEqualTo(hex(TestFrames.plain(A)));
    }

    @Test
    void handsOverWhatWasNotAskedForAnyMore() {
        join();
        comes(TestFrames.concat(TestFrames.plain(A), TestFrames.plain(B)));
        handler.receive();
        PacketEnd end = handler.release().orElseThrow();

        assertThat(ByteBufUtil.hexDump(end.end().received())).isEqualTo(hex(TestFrames.plain(B)));
        assertThat(end.threshold()).isEqualTo(PacketEnd.NO_COMPRESSION);
        assertThat(end.ciphers()).isEmpty();
        end.end().received().release();
    }

    @Test
    void sendsFarewellAsEverythingElseAndClosesBehindIt() {
        join();
        Ciphers ciphers = FakeCipher.pair();
        handler.encrypt(ciphers);
        comes(A);
        handler.sendAndClose(Unpooled.wrappedBuffer(B));

        assertThat(sent()).isEqualTo(hex(encrypted(new FakeCipher(), TestFrames.plain(B))));
        assertThat(FakeCipher.closings(ciphers)).isEqualTo(2);
        assertThat(channel.isOpen()).isFalse();
    }
}
