// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.net.wire.Frames;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class StreamCheckTest {
    private static final PacketStream STREAM = PacketStream.create();

    private final byte[] sent = twoRounds();

    @Test
    void findsTheRoundAgainHoweverItIsCut() {
        RoundCheck check = new RoundCheck(STREAM.round().nioBuffer());

        assertThatCode(() -> takeAll(check, sent, 77_777)).doesNotThrowAnyException();
    }

    @Test
    void saysWhichByteIsWrong() {
        RoundCheck check = new RoundCheck(STREAM.round().nioBuffer());
        sent[STREAM.roundBytes() + 5]++;

        assertThatThrownBy(() -> takeAll(check, sent, 100_000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at byte " + (STREAM.roundBytes() + 5));
    }

    @Test
    void looksIntoWhatIsEncrypted() {
        SharedSecret secret = SharedSecret.create();
        SpotCheck check = new SpotCheck(secret, STREAM.round().nioBuffer());
        byte[] encrypted = secret.encryptor().update(sent);

        assertThatCode(() -> takeAll(check, encrypted, 50_000)).doesNotThrowAnyException();
    }

    @Test
    void noticesAMissingEncryptedByte() {
        SharedSecret secret = SharedSecret.create();
        SpotCheck check = new SpotCheck(secret, STREAM.round().nioBuffer());
        byte[] plain = Arrays.copyOfRange(sent, 1, sent.length);

        assertThatThrownBy(() -> takeAll(check, secret.encryptor().update(plain), 50_000))
                .isInstanceOf(IOException.class);
    }

    @Test
    void takesTheChangedRoundForAllThatFollow() throws IOException {
        byte[] changed = changed();
        ChangedRound first = new ChangedRound(STREAM);
        assertThat(first.take(ByteBuffer.wrap(changed, 0, 1000))).isFalse();
        assertThat(first.take(ByteBuffer.wrap(changed, 1000, changed.length - 1000)))
                .isTrue();

        StreamCheck rest = first.rest();

        assertThatCode(() -> takeAll(rest, changed, 100_000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> takeAll(rest, sent, 100_000)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesARoundThatNobodyHasChanged() {
        ChangedRound first = new ChangedRound(STREAM);

        assertThatThrownBy(() -> first.take(ByteBuffer.wrap(sent)))
                .hasMessageContaining("packet " + (PacketStream.PACKETS - 1));
    }

    private static void takeAll(StreamCheck check, byte[] bytes, int chunkBytes) throws IOException {
        for (int from = 0; from < bytes.length; from += chunkBytes) {
            check.take(ByteBuffer.wrap(bytes, from, Math.min(chunkBytes, bytes.length - from)));
        }
    }

    private static byte[] twoRounds() {
        ByteBuf both = Unpooled.buffer().writeBytes(STREAM.round()).writeBytes(STREAM.round());
        return Arrays.copyOf(both.array(), both.readableBytes());
    }

    /** The round with its last packet changed, and compressed in another way than before. */
    private static byte[] changed() {
        byte[] packet = STREAM.packet(PacketStream.PACKETS - 1).clone();
        packet[packet.length - 1]++;
        byte[] deflated = new byte[packet.length];
        int bytes;
        try (Deflater deflater = new Deflater(1)) {
            deflater.setInput(packet);
            deflater.finish();
            bytes = deflater.deflate(deflated);
        }
        ByteBuf round = STREAM.round();
        ByteBuf out = Unpooled.buffer().writeBytes(round, 0, lastFrame(round));
        Frames.writeHeader(out, VarInts.size(packet.length) + bytes);
        VarInts.write(out, packet.length);
        out.writeBytes(deflated, 0, bytes);
        return Arrays.copyOf(out.array(), out.readableBytes());
    }

    private static int lastFrame(ByteBuf round) {
        int index = 0;
        for (int i = 0; i < PacketStream.PACKETS - 1; i++) {
            index += Frames.frameBytes(Frames.header(round, index, round.writerIndex()));
        }
        return index;
    }
}
