// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import dev.infrajar.net.identity.ForwardedPlayer;
import dev.infrajar.net.packet.login.ChatKey;
import dev.infrajar.net.packet.login.ProfileProperty;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import dev.infrajar.net.wire.WireUuids;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.UUID;

/** What the answer to {@code velocity:player_info} says, signature aside. */
final class VelocityPayload {
    private VelocityPayload() {}

    static void write(ByteBuf out, VelocityVersion version, ForwardedPlayer player) {
        VarInts.write(out, version.number());
        WireStrings.write(out, AddressText.of(player.address()));
        WireUuids.write(out, player.profile().uuid());
        WireStrings.write(out, player.profile().name());
        write(out, player.profile().properties());
        switch (version) {
            case PLAIN, LAZY_SESSION -> {}
            case WITH_KEY -> write(out, player.key().orElseThrow());
            case WITH_LINKED_KEY ->
                writeLinked(out, player.key().orElseThrow(), player.profile().uuid());
        }
    }

    private static void write(ByteBuf out, List<ProfileProperty> properties) {
        VarInts.write(out, properties.size());
        for (ProfileProperty property : properties) {
            WireStrings.write(out, property.name());
            WireStrings.write(out, property.value());
            out.writeBoolean(property.signature().isPresent());
            property.signature().ifPresent(signature -> WireStrings.write(out, signature));
        }
    }

    private static void write(ByteBuf out, ChatKey key) {
        out.writeLong(key.expiresAt().toEpochMilli());
        key.publicKey().write(out);
        key.signature().write(out);
    }

    private static void writeLinked(ByteBuf out, ChatKey key, UUID holder) {
        write(out, key);
        out.writeBoolean(true);
        WireUuids.write(out, holder);
    }
}
