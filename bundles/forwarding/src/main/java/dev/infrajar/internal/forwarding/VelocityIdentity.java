// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import dev.infrajar.net.identity.ForwardedIdentity;
import dev.infrajar.net.identity.ForwardedPlayer;
import dev.infrajar.net.wire.Bytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;

/**
 * Tells when the backend asks: HMAC-SHA256 of the payload with the secret, then the payload.
 *
 * @param player who it is
 * @param secret the backend's too
 */
record VelocityIdentity(ForwardedPlayer player, Secret secret) implements ForwardedIdentity {
    private static final String CHANNEL = "velocity:player_info";

    @Override
    public String host(String host, String suffix) {
        return host + suffix;
    }

    @Override
    public boolean hasAnswers() {
        return true;
    }

    @Override
    public Optional<Bytes> answer(String channel, Bytes question) {
        return channel.equals(CHANNEL) ? Optional.of(signed(VelocityVersion.of(question, player))) : Optional.empty();
    }

    private Bytes signed(VelocityVersion version) {
        ByteBuf payload = Unpooled.buffer();
        VelocityPayload.write(payload, version, player);
        byte[] bytes = Bytes.takeRest(payload, Integer.MAX_VALUE).toArray();
        ByteBuf answer = Unpooled.buffer();
        secret.sign(bytes).writeBare(answer);
        return Bytes.takeRest(answer.writeBytes(bytes), Integer.MAX_VALUE);
    }
}
