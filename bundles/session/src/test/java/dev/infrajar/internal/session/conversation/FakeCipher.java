// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import dev.infrajar.net.encryption.StreamCipher;
import dev.infrajar.net.intercept.Ciphers;
import io.netty.buffer.ByteBuf;

/** Each byte is changed by its place in the stream: what passes twice, or in another order, comes out wrong. */
final class FakeCipher implements StreamCipher {
    private int place;
    private int closings;

    static Ciphers pair() {
        return new Ciphers(new FakeCipher(), new FakeCipher());
    }

    static int closings(Ciphers ciphers) {
        return ((FakeCipher) ciphers.decryptor()).closings + ((FakeCipher) ciphers.encryptor()).closings;
    }

    /** The same both ways. */
    @Override
    public void apply(ByteBuf buffer) {
        for (int i = buffer.readerIndex(); i < buffer.writerIndex(); i++) {
            place++;
            buffer.setByte(i, buffer.getByte(i) ^ place * 31);
        }
    }

    @Override
    public void close() {
        closings++;
    }
}
