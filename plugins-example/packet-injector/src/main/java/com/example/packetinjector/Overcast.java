// SPDX-License-Identifier: Apache-2.0
package com.example.packetinjector;

import dev.infrajar.api.packet.PacketAnswer;
import dev.infrajar.api.packet.PacketEvent;
import dev.infrajar.api.packet.PacketInterest;
import dev.infrajar.api.packet.PacketListener;
import dev.infrajar.api.packet.RawPacket;
import java.nio.ByteBuffer;

/**
 * Keeps the sky from ever being quite clear: injects a rain level behind the packets that begin a world, and changes the levels of
 * the server that are lower. The packet is the same in all versions: a byte that says what changes, and a float.
 */
@PacketInterest(
        id = "overcast",
        kinds = {"play clientbound login", "play clientbound respawn", "play clientbound game_state_change"})
@org.osgi.service.component.annotations.Component
public final class Overcast implements PacketListener {
    private static final String STATE_CHANGE = "game_state_change";
    private static final byte RAIN_LEVEL = 7;
    /** Of 0..1. */
    private static final float LEAST = 0.3f;

    @Override
    public PacketAnswer onPacket(PacketEvent event) {
        if (!event.kind().name().equals(STATE_CHANGE)) {
            return PacketAnswer.pass().sendAfter(leastRain());
        }
        ByteBuffer fields = event.fields();
        boolean tooClear = fields.get() == RAIN_LEVEL && fields.getFloat() < LEAST;
        return tooClear ? PacketAnswer.replace(leastRain()) : PacketAnswer.pass();
    }

    private static RawPacket leastRain() {
        ByteBuffer fields = ByteBuffer.allocate(Byte.BYTES + Float.BYTES);
        return new RawPacket(
                STATE_CHANGE, fields.put(RAIN_LEVEL).putFloat(LEAST).flip());
    }
}
