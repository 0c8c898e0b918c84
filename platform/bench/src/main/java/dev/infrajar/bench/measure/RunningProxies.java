// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.contender.ProxyStarter;
import dev.infrajar.bench.contender.ProxyUnderTest;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** One process for each contender, started when first used, kept for all rounds. One thread. */
final class RunningProxies implements Closeable {
    private final ProxyStarter starter;
    private final Duration mayEndSilent;
    private final Map<Contender, ProxyUnderTest> running = new EnumMap<>(Contender.class);

    RunningProxies(ProxyStarter starter, Duration mayEndSilent) {
        this.starter = starter;
        this.mayEndSilent = mayEndSilent;
    }

    /** Something to do with a proxy. */
    interface Work {
        /** Does it. */
        void run(ProxyUnderTest proxy) throws IOException;
    }

    /**
     * Puts a contender to work.
     *
     * @throws IOException if that fails; with the end of the proxy's output
     */
    void use(Contender contender, Work work) throws IOException {
        ProxyUnderTest proxy = get(contender);
        try {
            work.run(proxy);
        } catch (IOException e) {
            String output = proxy.process()
                    .map(process -> "; the proxy's output:\n" + process.lastLines())
                    .orElse("");
            throw new IOException(e + output, e);
        }
    }

    @Override
    public void close() {
        running.values().forEach(ProxyUnderTest::close);
        running.clear();
    }

    private ProxyUnderTest get(Contender contender) throws IOException {
        ProxyUnderTest proxy = running.get(contender);
        if (proxy == null) {
            proxy = starter.start(contender, mayEndSilent);
            running.put(contender, proxy);
        }
        return proxy;
    }
}
