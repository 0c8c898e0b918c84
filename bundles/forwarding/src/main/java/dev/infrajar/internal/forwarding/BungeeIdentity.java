// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.infrajar.net.identity.ForwardedIdentity;
import dev.infrajar.net.identity.ForwardedPlayer;
import dev.infrajar.net.packet.login.ProfileProperty;
import dev.infrajar.net.wire.Bytes;
import java.util.Optional;

/**
 * Tells in the handshake: {@code host NUL address NUL uuid NUL properties}, the UUID without dashes, the properties in JSON.
 *
 * @param player who it is
 * @param token the secret, where the backend asks for one
 */
record BungeeIdentity(ForwardedPlayer player, Optional<Secret> token) implements ForwardedIdentity {
    private static final char NUL = '\0';

    /** A NUL among the properties would end them: backends that know Forge expect this in its place. */
    private static final char STANDS_FOR_NUL = '\1';

    private static final String TOKEN = "bungeeguard-token";
    private static final String IS_FORGE = "forgeClient";
    private static final String FORGE_MARKS = "extraData";

    @Override
    public String host(String host, String suffix) {
        return host
                + NUL
                + AddressText.of(player.address())
                + NUL
                + player.profile().uuid().toString().replace("-", "")
                + NUL
                + properties(suffix);
    }

    @Override
    public boolean hasAnswers() {
        return false;
    }

    @Override
    public Optional<Bytes> answer(String channel, Bytes question) {
        return Optional.empty();
    }

    private JsonArray properties(String suffix) {
        JsonArray list = new JsonArray();
        for (ProfileProperty property : player.profile().properties()) {
            list.add(property(property.name(), property.value(), property.signature()));
        }
        if (ForgeMarks.isOne(suffix)) {
            list.add(property(IS_FORGE, "true", Optional.empty()));
            list.add(property(FORGE_MARKS, suffix.replace(NUL, STANDS_FOR_NUL), Optional.of("")));
        }
        token.ifPresent(secret -> list.add(property(TOKEN, secret.text(), Optional.of(""))));
        return list;
    }

    private static JsonObject property(String name, String value, Optional<String> signature) {
        JsonObject property = new JsonObject();
        property.addProperty("name", name);
        property.addProperty("value", value);
        signature.ifPresent(text -> property.addProperty("signature", text));
        return property;
    }
}
