// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.api.server.Server;
import java.util.List;

/** A server that has an id. */
record FakeServer(String id) implements Server {
    @Override
    public List<String> domains() {
        return List.of();
    }

    @Override
    public List<String> addressTexts() {
        return List.of("127.0.0.1:25565");
    }

    @Override
    public ProxyMode proxyMode() {
        return ProxyMode.PASSTHROUGH;
    }

    @Override
    public int maxPlayers() {
        return 0;
    }
}
