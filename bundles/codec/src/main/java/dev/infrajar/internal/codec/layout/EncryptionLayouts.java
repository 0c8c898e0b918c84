// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import dev.infrajar.net.packet.login.EncryptionRequest;
import dev.infrajar.net.packet.login.EncryptionResponse;
import dev.infrajar.net.wire.Bytes;

/** The layouts of the packets that begin encryption. */
final class EncryptionLayouts {
    /** An RSA key of 4096 bits has 550 bytes in X.509 form. */
    private static final int MAX_KEY_BYTES = 1024;

    /** What RSA of 4096 bits makes of anything has 512 bytes. */
    private static final int MAX_CIPHER_BYTES = 512;

    private static final int MAX_SERVER_ID_CHARS = 20;

    /** The lengths of the byte arrays have 16 bits in 1.7. */
    static final Layout<EncryptionRequest> REQUEST_1_7 = Layout.of(
            in -> new EncryptionRequest(
                    in.string(MAX_SERVER_ID_CHARS),
                    shortBytes(in, MAX_KEY_BYTES),
                    shortBytes(in, MAX_CIPHER_BYTES),
                    true),
            (out, packet) -> {
                out.string(packet.serverId(), MAX_SERVER_ID_CHARS);
                shortBytes(out, packet.publicKey());
                shortBytes(out, packet.verifyToken());
            });

    static final Layout<EncryptionRequest> REQUEST =
            Layout.of(EncryptionLayouts::request, EncryptionLayouts::writeRequest);

    /** Since 1.20.5 the request says whether the session server is to be asked. */
    static final Layout<EncryptionRequest> REQUEST_WITH_AUTHENTICATION = Layout.of(
            in -> {
                EncryptionRequest request = request(in);
                return new EncryptionRequest(request.serverId(), request.publicKey(), request.verifyToken(), in.bool());
            },
            (out, packet) -> {
                writeRequest(out, packet);
                out.bool(packet.shouldAuthenticate());
            });

    /** The lengths of the byte arrays have 16 bits in 1.7. */
    static final Layout<EncryptionResponse> RESPONSE_1_7 = Layout.of(
            in -> new EncryptionResponse(
                    shortBytes(in, MAX_CIPHER_BYTES), new EncryptionResponse.Token(shortBytes(in, MAX_CIPHER_BYTES))),
            (out, packet) -> {
                shortBytes(out, packet.sharedSecret());
                shortBytes(out, token(packet));
            });

    static final Layout<EncryptionResponse> RESPONSE = Layout.of(
            in -> new EncryptionResponse(
                    in.bytes(MAX_CIPHER_BYTES), new EncryptionResponse.Token(in.bytes(MAX_CIPHER_BYTES))),
            (out, packet) -> {
                out.bytes(packet.sharedSecret());
                out.bytes(token(packet));
            });

    /** 1.19 to 1.19.2: a client with a key of its own signs the token instead. */
    static final Layout<EncryptionResponse> RESPONSE_WITH_SIGNATURE =
            Layout.of(in -> new EncryptionResponse(in.bytes(MAX_CIPHER_BYTES), proof(in)), (out, packet) -> {
                out.bytes(packet.sharedSecret());
                writeProof(out, packet.proof());
            });

    private EncryptionLayouts() {}

    private static EncryptionRequest request(PacketIn in) {
        return new EncryptionRequest(
                in.string(MAX_SERVER_ID_CHARS), in.bytes(MAX_KEY_BYTES), in.bytes(MAX_CIPHER_BYTES), true);
    }

    private static void writeRequest(PacketOut out, EncryptionRequest packet) {
        out.string(packet.serverId(), MAX_SERVER_ID_CHARS);
        out.bytes(packet.publicKey());
        out.bytes(packet.verifyToken());
    }

    private static EncryptionResponse.Proof proof(PacketIn in) {
        return in.bool()
                ? new EncryptionResponse.Token(in.bytes(MAX_CIPHER_BYTES))
                : new EncryptionResponse.Signed(in.int64(), in.bytes(MAX_CIPHER_BYTES));
    }

    private static void writeProof(PacketOut out, EncryptionResponse.Proof proof) {
        switch (proof) {
            case EncryptionResponse.Token(Bytes encrypted) -> {
                out.bool(true);
                out.bytes(encrypted);
            }
            case EncryptionResponse.Signed(long salt, Bytes signature) -> {
                out.bool(false);
                out.int64(salt);
                out.bytes(signature);
            }
        }
    }

    private static Bytes token(EncryptionResponse packet) {
        return switch (packet.proof()) {
            case EncryptionResponse.Token(Bytes encrypted) -> encrypted;
            case EncryptionResponse.Signed signed ->
                throw new IllegalArgumentException("this version has no place for a signature");
        };
    }

    private static Bytes shortBytes(PacketIn in, int maxBytes) {
        return in.bareBytes(in.uint16(), maxBytes);
    }

    private static void shortBytes(PacketOut out, Bytes value) {
        out.int16(value.length());
        out.bareBytes(value);
    }
}
