// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.encryption.EncryptionFactory;
import dev.infrajar.net.encryption.StreamCipher;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What every encryption must do; each implementation extends this with its own factory. */
public abstract class EncryptionContract {
    private static final byte[] SECRET = HexFormat.of().parseHex("2b7e151628aed2a6abf7158809cf4f3c");

    /**
     * The implementation.
     *
     * @return a factory of the kind that is tested
     */
    protected abstract EncryptionFactory factory();

    private static byte[] sample(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** The JDK's own mode, byte after byte: what the others are compared with. */
    private static byte[] reference(byte[] plain) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CFB8/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(SECRET, "AES"), new IvParameterSpec(SECRET));
            return cipher.update(plain);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Applies the cipher to pieces of random lengths, in buffers of all kinds. */
    private static byte[] inPieces(StreamCipher cipher, byte[] bytes, Random lengths) {
        ByteBuf result = Unpooled.buffer(bytes.length);
        int from = 0;
        while (from < bytes.length) {
            int length = Math.min(bytes.length - from, lengths.nextInt(700));
            ByteBuf piece = buffer(lengths.nextInt(3), bytes, from, length);
            int readerIndex = piece.readerIndex();
            cipher.apply(piece);
            assertThat(piece.readerIndex()).isEqualTo(readerIndex);
            assertThat(piece.readableBytes()).isEqualTo(length);
            result.writeBytes(piece);
            piece.release();
            from += length;
        }
        return ByteBufUtil.getBytes(result);
    }

    private static ByteBuf buffer(int kind, byte[] bytes, int from, int length) {
        return switch (kind) {
            case 0 ->
                Unpooled.directBuffer(length + 3).writeMedium(0).skipBytes(3).writeBytes(bytes, from, length);
            case 1 -> Unpooled.copiedBuffer(bytes, from, length);
            default ->
                Unpooled.compositeBuffer()
                        .addComponent(true, Unpooled.copiedBuffer(bytes, from, length / 2))
                        .addComponent(
                                true,
                                Unpooled.directBuffer().writeBytes(bytes, from + length / 2, length - length / 2));
        };
    }

    @Test
    void encryptsAsEveryOtherImplementation() {
        byte[] plain = sample(50_000);
        try (StreamCipher cipher = factory().newEncryptor(SECRET.clone())) {
            assertThat(inPieces(cipher, plain, new Random(1))).isEqualTo(reference(plain));
        }
    }

    @Test
    void decryptsWhatWasEncrypted() {
        byte[] plain = sample(50_000);
        for (int seed = 0; seed < 20; seed++) {
            try (StreamCipher cipher = factory().newDecryptor(SECRET.clone())) {
                assertThat(inPieces(cipher, reference(plain), new Random(seed))).isEqualTo(plain);
            }
        }
    }

    @Test
    void directionsAreIndependent() {
        byte[] plain = sample(1_000);
        try (StreamCipher encryptor = factory().newEncryptor(SECRET);
                StreamCipher other = factory().newEncryptor(SECRET)) {
            inPieces(other, sample(77), new Random(3));
            assertThat(inPieces(encryptor, plain, new Random(2))).isEqualTo(reference(plain));
        }
    }

    @Test
    void keepsNeitherTheSecretNorChangesIt() {
        byte[] secret = SECRET.clone();
        try (StreamCipher cipher = factory().newDecryptor(secret)) {
            assertThat(secret).isEqualTo(SECRET);
            new Random(1).nextBytes(secret);
            assertThat(inPieces(cipher, reference(sample(100)), new Random(1))).isEqualTo(sample(100));
        }
    }

    @Test
    void takesAnEmptyBuffer() {
        try (StreamCipher cipher = factory().newEncryptor(SECRET)) {
            cipher.apply(Unpooled.EMPTY_BUFFER);
            assertThat(inPieces(cipher, sample(10), new Random(1))).isEqualTo(reference(sample(10)));
        }
    }

    @Test
    void closesTwice() {
        StreamCipher cipher = factory().newEncryptor(SECRET);
        cipher.close();
        cipher.close();
    }

    @Test
    void allocatesNothingForAPacket() {
        // Leak detection wraps each buffer and notes each use of it.
        ByteBuf packet =
                new UnpooledByteBufAllocator(true, true).directBuffer(2_000).writeBytes(sample(1_500));
        AllocationMeter meter = new AllocationMeter(Thread.currentThread().threadId());
        int rounds = 500;
        try (StreamCipher encryptor = factory().newEncryptor(SECRET);
                StreamCipher decryptor = factory().newDecryptor(SECRET)) {
            double bytes = meter.bytesPerChunk(
                    () -> {
                        for (int i = 0; i < rounds; i++) {
                            encryptor.apply(packet);
                            decryptor.apply(packet);
                        }
                    },
                    rounds,
                    AllocationMeter.NOTHING);
            assertThat(bytes).isLessThan(AllocationMeter.NOTHING);
        }
        assertThat(ByteBufUtil.getBytes(packet)).isEqualTo(sample(1_500));
        packet.release();
    }
}
