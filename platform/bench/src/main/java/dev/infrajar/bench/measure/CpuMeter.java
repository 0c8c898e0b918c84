// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import dev.infrajar.bench.proc.ProcessGauge;
import java.io.IOException;

/** CPU time that some processes use from its start on. */
final class CpuMeter {
    private final ProcessGauge gauge;
    private final double startSeconds;

    private CpuMeter(ProcessGauge gauge, double startSeconds) {
        this.gauge = gauge;
        this.startSeconds = startSeconds;
    }

    static CpuMeter start(ProcessGauge gauge) throws IOException {
        return new CpuMeter(gauge, gauge.cpuSeconds());
    }

    double seconds() throws IOException {
        return gauge.cpuSeconds() - startSeconds;
    }
}
