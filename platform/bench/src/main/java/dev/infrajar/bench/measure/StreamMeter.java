// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import dev.infrajar.bench.load.Client;
import dev.infrajar.bench.proc.ProcessGauge;
import java.io.IOException;

/** Reads time and CPU time around a stream; once. */
final class StreamMeter implements Client.Meter {
    private final ProcessGauge proxy;
    private final ProcessGauge driver = ProcessGauge.self();
    private final long bytes;
    private StreamCost readings = new StreamCost(0, 0, 0, 0);

    StreamMeter(ProcessGauge proxy, long bytes) {
        this.proxy = proxy;
        this.bytes = bytes;
    }

    @Override
    public void begin() throws IOException {
        readings = read();
    }

    @Override
    public void end() throws IOException {
        StreamCost now = read();
        readings = new StreamCost(
                bytes,
                now.nanos() - readings.nanos(),
                now.proxySeconds() - readings.proxySeconds(),
                now.driverSeconds() - readings.driverSeconds());
    }

    /** The difference between end and beginning. */
    StreamCost cost() {
        return readings;
    }

    private StreamCost read() throws IOException {
        return new StreamCost(bytes, System.nanoTime(), proxy.cpuSeconds(), driver.cpuSeconds());
    }
}
