// SPDX-License-Identifier: Apache-2.0
package com.example.connectionlog;

import dev.infrajar.net.filter.AcceptVerdict;
import dev.infrajar.net.filter.FilterDeclaration;
import dev.infrajar.net.filter.FilteredConnection;
import dev.infrajar.net.filter.TransportFilterFactory;
import dev.infrajar.net.packet.Direction;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs for each connection, whatever it wants, how much it has moved, and closes those of web browsers and scanners. */
@FilterDeclaration(id = "connection-log")
@Component
public final class ConnectionLog implements TransportFilterFactory {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLog.class);

    private final Consumer<String> report;

    /** Logs on a thread of its own: connections end on the event loop, and a log line may take longer than that can wait. */
    @Activate
    public ConnectionLog() {
        this(line -> Thread.startVirtualThread(() -> LOG.info(line)));
    }

    ConnectionLog(Consumer<String> report) {
        this.report = report;
    }

    @Override
    public AcceptVerdict accept(FilteredConnection connection) {
        return new AcceptVerdict.Watch(
                new ByteMeter(connection, report), Set.of(Direction.SERVERBOUND, Direction.CLIENTBOUND));
    }
}
