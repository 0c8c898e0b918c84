// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.load.Target;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/** No proxy: clients connect to the backend itself. */
public final class DirectPath implements ProxyStarter {
    private final InetSocketAddress backend;

    /** Leads to a backend. */
    public DirectPath(InetSocketAddress backend) {
        this.backend = backend;
    }

    @Override
    public ProxyUnderTest start(Contender contender, Duration mayEndSilent) {
        return new Open(new Target(backend, "direct.bench.example"));
    }

    private record Open(Target target) implements ProxyUnderTest {
        @Override
        public Optional<ServerProcess> process() {
            return Optional.empty();
        }

        @Override
        public boolean isJvm() {
            return false;
        }

        @Override
        public void close() {
            // Owns nothing.
        }
    }
}
