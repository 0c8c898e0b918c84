// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import dev.infrajar.bench.load.Target;
import dev.infrajar.bench.proc.ProcessGauge;
import java.io.Closeable;
import java.util.List;
import java.util.Optional;

/** A proxy that runs and relays to the benchmark's backend. */
public interface ProxyUnderTest extends Closeable {
    /** Where clients connect to, and with which host. */
    Target target();

    /** The process; empty where clients reach the backend directly. */
    Optional<ServerProcess> process();

    /** Whether the process is a JVM, whose live memory can be asked for. */
    boolean isJvm();

    /** Reads CPU time and memory; of nothing where there is no process. */
    default ProcessGauge gauge() {
        return process().map(ServerProcess::gauge).orElse(new ProcessGauge(List.of()));
    }

    /** Ends the process. */
    @Override
    void close();
}
