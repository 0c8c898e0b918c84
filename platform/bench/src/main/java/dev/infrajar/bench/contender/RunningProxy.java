// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import dev.infrajar.bench.load.Target;
import java.util.Optional;

/** A proxy in a process of its own. */
record RunningProxy(Target target, ServerProcess server, boolean isJvm) implements ProxyUnderTest {
    @Override
    public Optional<ServerProcess> process() {
        return Optional.of(server);
    }

    @Override
    public void close() {
        server.close();
    }
}
