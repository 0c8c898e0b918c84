// SPDX-License-Identifier: Apache-2.0
package com.example.packetcounter;

import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.PacketTapFactory;
import dev.infrajar.net.intercept.TapInterest;
import dev.infrajar.net.intercept.TapSession;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts movements, and logs for each session that ends how many of which kind there were. It asks for small packets only: a large one
 * would have to be inflated in order to be counted.
 */
@TapInterest(
        id = "packet-counter",
        kinds = {
            "play serverbound position",
            "play serverbound position_look",
            "play serverbound look",
            "play clientbound rel_entity_move",
            "play clientbound entity_move_look",
            "play clientbound entity_look",
            "play clientbound entity_teleport"
        })
@Component
public final class PacketCounter implements PacketTapFactory {
    private static final Logger LOG = LoggerFactory.getLogger(PacketCounter.class);

    private final Consumer<String> report;

    /** Logs on a thread of its own: sessions end on the event loop, and a log line may take longer than that can wait. */
    @Activate
    public PacketCounter() {
        this(line -> Thread.startVirtualThread(() -> LOG.info(line)));
    }

    PacketCounter(Consumer<String> report) {
        this.report = report;
    }

    @Override
    public Optional<PacketTap> create(TapSession session) {
        String name = session.player().name();
        return Optional.of(new CountingTap(session.dialect(), counts -> report.accept(name + ": " + counts)));
    }
}
