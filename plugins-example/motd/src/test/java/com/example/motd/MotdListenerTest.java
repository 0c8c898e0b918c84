// SPDX-License-Identifier: Apache-2.0
package com.example.motd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.infrajar.api.event.StatusAnswer;
import dev.infrajar.api.event.StatusEvent;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.plain.PlainTextComponentSerializer;
import org.junit.jupiter.api.Test;

class MotdListenerTest {
    @Test
    void greetsWithTheHostName() {
        assertEquals("Welcome to play.example.com", textFor("play.example.com"));
    }

    @Test
    void greetsWithoutAHostName() {
        assertEquals("Welcome", textFor(""));
    }

    private static String textFor(String host) {
        StatusAnswer before =
                new StatusAnswer(Component.text("before"), "1.21.11", 774, 0, 20, List.of(), Optional.empty());
        StatusEvent ping = new StatusEvent(new InetSocketAddress(0), host, 774, Optional.empty(), before);
        StatusAnswer after = new MotdListener().onStatus(ping);
        return PlainTextComponentSerializer.plainText().serialize(after.description());
    }
}
