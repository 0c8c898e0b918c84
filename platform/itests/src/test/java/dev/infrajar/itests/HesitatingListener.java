// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import dev.infrajar.api.packet.PacketAnswer;
import dev.infrajar.api.packet.PacketEvent;
import dev.infrajar.api.packet.PacketListener;
import java.util.concurrent.CountDownLatch;

/** A plugin's packet listener that never answers questions, and says so in a system property. */
public final class HesitatingListener implements PacketListener {
    static final String ASKED = "infrajar.test.asked";

    @Override
    public PacketAnswer onPacket(PacketEvent event) {
        if (event.fields().getLong(Message.NUMBER_AT) == Message.QUESTION) {
            System.setProperty(ASKED, "true");
            hesitate();
        }
        return PacketAnswer.pass();
    }

    private static void hesitate() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
